import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { invoiceStatuses, statusColours, statusPlace } from "@/server/crm/invoices/contract";
import type { RobotPlace } from "./robot-place";

/** A place of robots with its colour. */
export type ColouredPlace = RobotPlace & { colour: string };

/** An invoice's statuses as places of robots, in their order. */
export function useStatusPlaces(): readonly ColouredPlace[] {
  const t = useTranslations("invoices.statuses");
  return useMemo(
    () =>
      invoiceStatuses.map((status) => ({
        of: { entity: "invoice" as const },
        place: statusPlace(status),
        name: t(status),
        colour: statusColours[status],
      })),
    [t],
  );
}
