"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import type { ApiScope } from "@/server/public-api/contract";

type Level = "none" | "read" | "write";
type Resource = Parameters<ReturnType<typeof useTranslations<"integrations.api.resource">>>[0];

type ScopePickerProps = {
  offered: readonly ApiScope[];
  value: readonly ApiScope[];
  onChange: (scopes: ApiScope[]) => void;
};

/** What a key may do, a line for each kind of thing. */
export function ScopePicker({ offered, value, onChange }: ScopePickerProps) {
  const t = useTranslations("integrations.api");
  const resources = [...new Set(offered.map((scope) => scope.split(":")[0] as Resource))];
  const set = (resource: Resource, level: Level) => {
    const others = value.filter((scope) => !scope.startsWith(`${resource}:`));
    const chosen = offered.find((scope) => scope === `${resource}:${level}`);
    onChange(chosen ? [...others, chosen] : others);
  };
  const most = (level: "read" | "write") =>
    resources.flatMap((resource) => {
      const levels: Level[] = level === "write" ? ["write", "read"] : ["read"];
      const best = levels.map((one) => offered.find((scope) => scope === `${resource}:${one}`)).find(Boolean);
      return best ? [best] : [];
    });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onChange(most("read"))}>
          {t("readAll")}
        </Button>
        <Button size="sm" onClick={() => onChange(most("write"))}>
          {t("writeAll")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => onChange([])}>
          {t("clear")}
        </Button>
      </div>
      <ul className="divide-y">
        {resources.map((resource) => (
          <li key={resource} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
            <span>{t(`resource.${resource}`)}</span>
            <Segmented
              label={t(`resource.${resource}`)}
              value={levelOf(value, resource)}
              onValueChange={(level) => set(resource, level)}
              segments={segmentsOf(offered, resource).map((level) => ({
                value: level,
                label: t(`level.${level}`),
              }))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function levelOf(value: readonly string[], resource: string): Level {
  if (value.includes(`${resource}:write`)) return "write";
  return value.includes(`${resource}:read`) ? "read" : "none";
}

function segmentsOf(offered: readonly string[], resource: string): Level[] {
  const levels: Level[] = ["read", "write"];
  return ["none", ...levels.filter((level) => offered.includes(`${resource}:${level}`))];
}
