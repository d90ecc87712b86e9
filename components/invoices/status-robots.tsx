"use client";

import { Bot } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useState } from "react";
import { useStatusPlaces } from "@/components/robots/status-places";
import { StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useMay } from "@/components/workspace/workspace";

const RobotsSheet = dynamic(() =>
  import("@/components/robots/robots-sheet").then((file) => file.RobotsSheet),
);

/** The statuses of invoices; one that is chosen, or named in the address, shows its robots. */
export function StatusRobots() {
  const t = useTranslations("invoices.robots");
  const may = useMay();
  const places = useStatusPlaces();
  const [status, setStatus] = useQueryState("robots");
  const wanted = places.find(({ place }) => place === status);
  // A closing sheet still shows its status.
  const [last, setLast] = useState(wanted);
  if (wanted && wanted !== last) setLast(wanted);
  const shown = wanted ?? last;
  if (!may("automation.view")) return null;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button aria-label={t("open")}>
            <Bot />
            <span className="max-md:hidden">{t("open")}</span>
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuLabel>{t("onStatus")}</DropdownMenuLabel>
          {places.map(({ place, name, colour }) => (
            <DropdownMenuItem key={place} onSelect={() => void setStatus(place)}>
              <StageBadge colour={colour}>{name}</StageBadge>
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {shown && (
        <RobotsSheet
          place={shown}
          open={wanted !== undefined}
          onOpenChange={(open) => !open && void setStatus(null)}
        />
      )}
    </>
  );
}
