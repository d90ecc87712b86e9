"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { requestIdOf, useRefusals } from "@/components/api/refusal";
import { type ApiOutput, useTRPC } from "@/components/api/trpc";
import { formatScaled, parseScaled } from "@/components/line-items/scaled";
import { currencyOptions } from "@/components/onboarding/currency-options";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import { currencies } from "@/server/platform/money";
import { RateSourceCard } from "./rate-source-card";
import { useCurrencyChanges } from "./use-currency-changes";
import { useDayText } from "./use-day-text";

type Enabled = ApiOutput["currencies"]["list"]["enabled"][number];

const micros = 6;

/** The currencies the workspace counts in, and what they cost from which day on. */
export function CurrencySettings() {
  const t = useTranslations("products.currencies");
  const locale = useLocale();
  const list = useQuery(useTRPC().currencies.list.queryOptions());
  const mayEdit = useMay()("organization.edit");
  const changes = useCurrencyChanges();
  if (list.isError && !list.data)
    return <ErrorState requestId={requestIdOf(list.error)} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows rows={4} />;
  const { base, enabled, source } = list.data;
  const others = currencies.filter((code) => !enabled.some((one) => one.currency === code));
  return (
    <>
      <Card>
        <CardHeader title={t("title")} text={t("text", { base })} />
        <ul>
          {enabled.map((one) => (
            <li key={one.currency} className="border-b py-2">
              <CurrencyRow one={one} base={base} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
        {mayEdit && others.length > 0 && (
          <Combobox
            aria-label={t("add")}
            className="mt-3 max-w-72"
            placeholder={t("add")}
            options={currencyOptions(others, locale)}
            value={null}
            onValueChange={(currency) => currency && changes.enable.mutate({ currency })}
          />
        )}
      </Card>
      <RateSourceCard source={source} base={base} />
    </>
  );
}

type CurrencyRowProps = { one: Enabled; base: string; mayEdit: boolean };

function CurrencyRow({ one: { currency, rate }, base, mayEdit }: CurrencyRowProps) {
  const t = useTranslations("products.currencies");
  const locale = useLocale();
  const { dayText } = useDayText();
  const { disable } = useCurrencyChanges();
  const [open, setOpen] = useState(false);
  const own = currency === base;
  const cost = rate && {
    nominal: rate.nominal,
    rate: formatScaled(rate.rateMicros, micros, locale),
    day: dayText(rate.day),
  };
  return (
    <>
      <div className="flex min-h-8 items-center gap-2">
        <span className="w-12 font-semibold">{currency}</span>
        <span className="min-w-0 flex-1 text-ink-muted">
          {own ? t("base") : cost ? t("rate", { ...cost, currency, base }) : t("noRate")}
        </span>
        {!own && (
          <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t("rates")}
          </Button>
        )}
        {!own && mayEdit && (
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={t("disable", { currency })}
            onClick={() => disable.mutate({ currency })}
          >
            <X />
          </Button>
        )}
      </div>
      {open && (
        <div className="mt-2 flex flex-col gap-3 pl-14 max-md:pl-0">
          {mayEdit && <RateForm currency={currency} base={base} />}
          <RateHistory currency={currency} mayEdit={mayEdit} />
        </div>
      )}
    </>
  );
}

function RateForm({ currency, base }: { currency: string; base: string }) {
  const t = useTranslations("products.currencies");
  const tField = useTranslations("errors.field");
  const { today } = useDates();
  const { fields } = useRefusals();
  const { setRate } = useCurrencyChanges();
  const [day, setDay] = useState<string | null>(today);
  const [nominal, setNominal] = useState("1");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const rateMicros = parseScaled(text, micros);
  const errors = fields(setRate.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!rateMicros || !day) return;
    setRate.mutate(
      { currency, day, nominal: Number(nominal) || 1, rateMicros },
      {
        onSuccess: () => {
          toast.success(t("saved", { currency }));
          setText("");
          setTried(false);
        },
      },
    );
  };
  return (
    <form
      aria-label={t("setRate", { currency })}
      onSubmit={submit}
      noValidate
      className="grid items-start gap-2 sm:grid-cols-[6rem_minmax(0,9rem)_11rem_auto]"
    >
      <Field label={t("nominal")} error={errors.nominal}>
        <Input
          inputMode="numeric"
          maxLength={7}
          value={nominal}
          onChange={(event) => setNominal(event.target.value.replace(/\D/g, ""))}
        />
      </Field>
      <Field label={t("value", { base })} error={tried && !rateMicros ? t("unreadable") : errors.rateMicros}>
        <Input
          inputMode="decimal"
          maxLength={20}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Field label={t("day")} error={tried && !day ? tField("required") : errors.day}>
        <DatePicker value={day} onValueChange={setDay} />
      </Field>
      <Button type="submit" variant="primary" className="sm:mt-[1.375rem]" pending={setRate.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}

function RateHistory({ currency, mayEdit }: { currency: string; mayEdit: boolean }) {
  const t = useTranslations("products.currencies");
  const locale = useLocale();
  const { dayText } = useDayText();
  const { removeRate } = useCurrencyChanges();
  const rates = useQuery(useTRPC().currencies.rates.queryOptions({ currency }));
  if (!rates.data || rates.data.length === 0) return null;
  return (
    <ul aria-label={t("history", { currency })} className="max-h-64 overflow-y-auto">
      {rates.data.map(({ id, day, nominal, rateMicros, source }) => (
        <li key={id} className="tabular flex min-h-8 items-center gap-3">
          <span className="w-32 text-ink-muted">{dayText(day)}</span>
          <span className="flex-1">
            {nominal} {currency} = {formatScaled(rateMicros, micros, locale)}
            {source && (
              <span className="ml-2 text-ink-muted max-md:ml-0 max-md:block">
                {t(`source.short.${source}`)}
              </span>
            )}
          </span>
          {mayEdit && (
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label={t("removeRate", { day: dayText(day) })}
              onClick={() =>
                removeRate.mutate({ rateId: id }, { onSuccess: () => toast.success(t("rateRemoved")) })
              }
            >
              <X />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
