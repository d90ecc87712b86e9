"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { Filter } from "@/server/filter/tree";
import type { RobotDraft } from "./robot-draft";
import { emailField, type Surroundings, type Warning, warningsOf } from "./warnings";

type WarningListProps = {
  draft: RobotDraft;
  place: Surroundings;
  onCondition: (condition: Filter | null) => void;
};

/** What may go wrong, with the cure where a condition is one. */
export function WarningList({ draft, place, onCondition }: WarningListProps) {
  const t = useTranslations("robots.warning");
  const cures: Partial<Record<Warning, string | null>> = {
    contactEmail: emailField(place.entity),
    noOwner: "ownerId",
    noDeal: "dealId",
  };
  const heal = (field: string) => () => {
    const filledIn: Filter = { field, operator: "not_empty" };
    onCondition(draft.condition ? { and: [draft.condition, filledIn] } : { and: [filledIn] });
  };
  return warningsOf(draft, place).map((warning) => {
    const field = cures[warning];
    return (
      <InlineAlert key={warning} tone="warn">
        <p>{t(warning)}</p>
        {field && (
          <Button size="sm" variant="link" className="mt-1" onClick={heal(field)}>
            {t("cure")}
          </Button>
        )}
      </InlineAlert>
    );
  });
}
