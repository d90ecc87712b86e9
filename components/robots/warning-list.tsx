"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { Filter } from "@/server/filter/tree";
import { conditionOf, filterOf } from "./condition";
import type { RobotDraft } from "./robot-draft";
import { type Warning, warningsOf } from "./warnings";

type WarningListProps = {
  draft: RobotDraft;
  place: { stageId: string; stageOutcomes: ReadonlyMap<string, string> };
  onCondition: (condition: Filter | null) => void;
};

const cures: Readonly<Partial<Record<Warning, string>>> = {
  contactEmail: "contact.email",
  noOwner: "ownerId",
};

/** What may go wrong, with the cure where a condition is one. */
export function WarningList({ draft, place, onCondition }: WarningListProps) {
  const t = useTranslations("robots.warning");
  const cure = (field: string) => {
    const condition = conditionOf(draft.condition);
    if (!condition || (condition.join === "or" && condition.clauses.length > 1)) return null;
    const clauses = [...condition.clauses, { field, operator: "not_empty" as const }];
    return () => onCondition(filterOf({ join: "and", clauses }));
  };
  return warningsOf(draft, place).map((warning) => {
    const field = cures[warning];
    const heal = field ? cure(field) : null;
    return (
      <InlineAlert key={warning} tone="warn">
        <p>{t(warning)}</p>
        {heal && (
          <Button size="sm" variant="link" className="mt-1" onClick={heal}>
            {t("cure")}
          </Button>
        )}
      </InlineAlert>
    );
  });
}
