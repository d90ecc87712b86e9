"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Segmented } from "@/components/ui/segmented";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import { type RateSource, rateProviderNames } from "@/server/crm/currencies/contract";
import { useCurrencyChanges } from "./use-currency-changes";
import { useDayText } from "./use-day-text";

const choices = ["off", ...rateProviderNames] as const;

/** Whose rates the workspace takes each day, and how that goes. */
export function RateSourceCard({ source, base }: { source: RateSource | null; base: string }) {
  const t = useTranslations("products.currencies.source");
  const mayEdit = useMay()("organization.edit");
  const { chooseSource } = useCurrencyChanges();
  const chosen = source?.provider ?? "off";
  const short = (value: (typeof choices)[number]) => (value === "off" ? t("off") : t(`short.${value}`));
  // What was pressed is shown at once.
  const pressed = chooseSource.isPending ? (chooseSource.variables.provider ?? "off") : chosen;
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} />
      {mayEdit ? (
        <Segmented
          label={t("title")}
          segments={choices.map((value) => ({ value, label: short(value) }))}
          value={pressed}
          onValueChange={(value) => chooseSource.mutate({ provider: value === "off" ? null : value })}
        />
      ) : (
        <p className="font-medium">{source ? t(`provider.${source.provider}`) : t("off")}</p>
      )}
      {source && <SourceState source={source} base={base} mayEdit={mayEdit} />}
    </Card>
  );
}

type SourceStateProps = { source: RateSource; base: string; mayEdit: boolean };

function SourceState({ source, base, mayEdit }: SourceStateProps) {
  const t = useTranslations("products.currencies.source");
  const format = useFormatter();
  const { moment } = useDates();
  const { dayText } = useDayText();
  const { chooseSource } = useCurrencyChanges();
  const { provider, fetchedAt, fetchedDay, missing, fault } = source;
  const name = t(`provider.${provider}`);
  const times = fetchedAt && fetchedDay && { moment: moment(fetchedAt), day: dayText(fetchedDay) };
  if (fault) {
    return (
      <InlineAlert
        tone="warn"
        className="mt-3"
        title={t(`fault.${fault}`, { provider: name, base })}
        action={
          mayEdit && (
            <Button
              size="sm"
              pending={chooseSource.isPending}
              onClick={() => chooseSource.mutate({ provider })}
            >
              {t("again")}
            </Button>
          )
        }
      >
        <p>{times ? t("last", times) : t("never")}</p>
      </InlineAlert>
    );
  }
  return (
    <div role="status" className="mt-3 text-ink-muted">
      <p>{times ? t("fetched", times) : t("coming")}</p>
      {missing.length > 0 && <p>{t("missing", { provider: name, currencies: format.list(missing) })}</p>}
    </div>
  );
}
