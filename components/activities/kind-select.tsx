"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { type ActivityKind, activityKinds } from "@/server/crm/activities/contract";
import { ActivityIcon } from "./activity-icon";

type KindSelectProps = {
  value: ActivityKind;
  onValueChange: (kind: ActivityKind) => void;
  className?: string;
};

/** A call, a meeting, a letter, a note or something to do. */
export function KindSelect(props: KindSelectProps) {
  const t = useTranslations("activities");
  return (
    <Select
      aria-label={t("kind")}
      options={activityKinds.map((one) => ({
        value: one,
        label: t(`kinds.${one}`),
        icon: <ActivityIcon kind={one} className="size-4" />,
      }))}
      {...props}
    />
  );
}
