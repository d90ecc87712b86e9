"use client";

import { Check, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Textarea } from "@/components/ui/textarea";
import type { Activity } from "@/server/crm/activities/contract";
import { sentOf } from "./activity-draft";
import { ActivityFields } from "./activity-fields";
import { useActivityVerbs } from "./use-activities";

type ActivityDialogProps = {
  activity: Activity;
  editable: boolean;
  /** What it is about, where that is not plain. */
  about?: { title: string; href: string };
  onClose: () => void;
};

/** An activity in full: read, changed, done with a result, or deleted. */
export function ActivityDialog({ activity, editable, about, onClose }: ActivityDialogProps) {
  const t = useTranslations("activities");
  const { mark, change, remove } = useActivityVerbs();
  const [draft, setDraft] = useState(activity);
  const set = (next: Partial<Activity>) => setDraft({ ...draft, ...next });
  const done = activity.doneAt !== null;
  const save = async () => {
    const changes = changesBetween(activity, sentOf(draft));
    if (Object.keys(changes).length === 0 || (await change(activity, changes))) onClose();
  };
  const finish = () => {
    void mark(activity, !done, done ? undefined : (draft.result ?? undefined));
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(`kinds.${activity.kind}`)}
        description={
          about && (
            <Link href={about.href} className="text-accent-text hover:underline">
              {about.title}
            </Link>
          )
        }
        footer={
          editable && (
            <>
              <Button
                variant="ghost"
                className="mr-auto"
                onClick={() => {
                  void remove(activity);
                  onClose();
                }}
              >
                <Trash2 />
                {t("delete")}
              </Button>
              <Button onClick={finish}>
                {done ? <RotateCcw /> : <Check />}
                {done ? t("open") : t("finish")}
              </Button>
              <Button variant="primary" disabled={draft.title.trim() === ""} onClick={() => void save()}>
                {t("save")}
              </Button>
            </>
          )
        }
      >
        <fieldset disabled={!editable} className="flex flex-col gap-3">
          <ActivityFields value={draft} onValueChange={set} editable={editable} />
          <Field label={t("result")} hint={done ? undefined : t("resultHint")}>
            <Textarea
              maxLength={10_000}
              value={draft.result ?? ""}
              onChange={({ target }) => set({ result: target.value || null })}
            />
          </Field>
        </fieldset>
      </DialogContent>
    </Dialog>
  );
}

const editable = [
  "title",
  "kind",
  "description",
  "dueAt",
  "allDay",
  "durationMinutes",
  "ownerId",
  "remindMinutes",
  "result",
] as const;

function changesBetween(before: Activity, after: Activity): Partial<Activity> {
  const changed = editable.filter((key) => {
    const [a, b] = [before[key], after[key]];
    return a instanceof Date && b instanceof Date ? a.getTime() !== b.getTime() : a !== b;
  });
  return Object.fromEntries(changed.map((key) => [key, after[key]]));
}
