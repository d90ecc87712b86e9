"use client";

import { CalendarPlus, ClipboardCheck, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActivityForm } from "@/components/activities/activity-form";
import { LogForm } from "@/components/activities/log-form";
import { CommentForm } from "@/components/timeline/comment-form";
import { Segmented } from "@/components/ui/segmented";
import { useMay } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";

type Mode = "comment" | "plan" | "log";

/** What one adds to a record: a word to colleagues, a next step, or what has been done. */
export function Composer({ record }: { record: Pick<RecordData, "id" | "entity" | "ownerId"> }) {
  const t = useTranslations("record.composer");
  const may = useMay();
  const [mode, setMode] = useState<Mode>("comment");
  const comment = () => setMode("comment");
  if (!may(`${record.entity}.edit`, record)) return <CommentForm recordId={record.id} />;
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={t("label")}
        className="self-start"
        segments={[
          { value: "comment", label: t("comment"), icon: <MessageSquare /> },
          { value: "plan", label: t("plan"), icon: <CalendarPlus /> },
          { value: "log", label: t("log"), icon: <ClipboardCheck /> },
        ]}
        value={mode}
        onValueChange={setMode}
      />
      {mode === "comment" && <CommentForm recordId={record.id} />}
      {mode === "plan" && <ActivityForm record={record} onDone={comment} />}
      {mode === "log" && <LogForm recordId={record.id} onDone={comment} />}
    </div>
  );
}
