"use client";

import { useQuery } from "@tanstack/react-query";
import { ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { runFilters } from "@/server/operations/contract";
import { functionsQuery } from "./api";
import { FilterText } from "./filter-text";
import { useFunctionName } from "./function-name";
import type { useRunFilters } from "./use-run-filters";

type RunFiltersProps = { filters: ReturnType<typeof useRunFilters> };

/** What to look for: one row on a desktop; on a phone the state, and the rest behind a button. */
export function RunFilters({ filters: { query, filtered, change, reset } }: RunFiltersProps) {
  const t = useTranslations("ops.filter");
  const state = useTranslations("ops.filterState");
  const hidden = filtered - (query.state ? 1 : 0);
  const [open, setOpen] = useState(hidden > 0);
  const options = (["all", ...runFilters] as const).map((value) => ({ value, label: state(value) }));
  return (
    <div className="flex w-full flex-wrap items-center gap-2">
      <Select
        aria-label={t("state")}
        className="w-auto min-w-40 max-md:flex-1"
        options={options}
        value={query.state ?? "all"}
        onValueChange={(value) => change({ state: value === "all" ? null : value })}
      />
      <Button className="md:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ListFilter />
        {hidden > 0 ? t("moreChosen", { count: hidden }) : t("more")}
      </Button>
      <div
        className={cn(
          "flex flex-wrap items-center gap-2 max-md:w-full max-md:flex-col",
          !open && "max-md:hidden",
        )}
      >
        <FunctionFilter value={query.function ?? null} onChange={(value) => change({ function: value })} />
        {(["organization", "record", "event"] as const).map((key) => (
          <FilterText
            key={key}
            className={key === "organization" ? "md:w-52" : "md:w-40"}
            label={t(key)}
            value={query[key] ?? ""}
            onChange={(value) => change({ [key]: value })}
          />
        ))}
      </div>
      {filtered > 0 && (
        <Button variant="ghost" onClick={reset}>
          <X />
          {t("reset")}
        </Button>
      )}
    </div>
  );
}

type FunctionFilterProps = { value: string | null; onChange: (value: string | null) => void };

function FunctionFilter({ value, onChange }: FunctionFilterProps) {
  const t = useTranslations("ops.filter");
  const functionName = useFunctionName();
  const { data: functions = [] } = useQuery(functionsQuery());
  return (
    <Combobox
      aria-label={t("function")}
      placeholder={t("function")}
      className="md:w-44"
      clearable
      options={functions.map(({ id }) => ({ value: id, label: functionName(id) }))}
      value={value}
      onValueChange={onChange}
    />
  );
}
