"use client";

import { ChevronRight, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, StageBadge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { useMay } from "@/components/workspace/workspace";
import type { Robot } from "@/server/automation/contract";
import type { ColouredPlace } from "./status-places";

type PlacesRobotsProps = {
  title: string;
  places: readonly ColouredPlace[];
  robots: readonly Robot[];
  onOpen: (place: string) => void;
};

/** A pipeline's stages or an invoice's statuses, each with the names of its robots. */
export function PlacesRobots({ title, places, robots, onOpen }: PlacesRobotsProps) {
  const t = useTranslations("robots.overview");
  return (
    <section aria-label={title}>
      <h2 className="mb-2 flex items-baseline gap-2 text-lg font-semibold">
        {title}
        <span className="text-base font-normal text-ink-muted">{t("count", { count: robots.length })}</span>
      </h2>
      <ul className="divide-y overflow-hidden rounded-lg bg-surface shadow-low">
        {places.map(({ place, name, colour }) => (
          <li key={place}>
            <button
              type="button"
              onClick={() => onOpen(place)}
              className="flex min-h-12 w-full items-center gap-x-4 gap-y-1.5 px-4 py-2.5 text-left hover:bg-ink/4 max-md:flex-wrap"
            >
              <StageBadge colour={colour} className="w-60 shrink-0 font-medium max-md:w-auto max-md:flex-1">
                {name}
              </StageBadge>
              <RobotNames robots={robots.filter((robot) => robot.place === place)} />
              <ChevronRight className="size-4 shrink-0 text-ink-faint max-md:order-2" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RobotNames({ robots }: { robots: readonly Robot[] }) {
  const t = useTranslations("robots.overview");
  const mayEdit = useMay()("automation.edit");
  const place = "min-w-0 flex-1 max-md:order-last max-md:basis-full";
  if (robots.length === 0) {
    return (
      <span className={cn(place, "flex items-center gap-1 text-ink-faint")}>
        {mayEdit && <Plus className="size-3.5" />}
        {t(mayEdit ? "addFirst" : "none")}
      </span>
    );
  }
  return (
    <span className={cn(place, "flex flex-wrap gap-1.5")}>
      {robots.map((robot) => (
        <Badge
          key={robot.id}
          tone={robot.enabled ? "accent" : "neutral"}
          title={robot.enabled ? undefined : t("off")}
          className={cn("block truncate leading-5", !robot.enabled && "line-through")}
        >
          {robot.name}
        </Badge>
      ))}
    </span>
  );
}
