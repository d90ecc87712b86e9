import { type Context, recordEvent, type Transaction } from "@/server/platform";
import { robotsChanged, statusRobotsChanged } from "../events";
import { stageAt } from "../places";

type Told = { place: string; what: "saved" | "removed" | "restored" | "reordered"; name: string | null };

/** Records that a place's robots changed. */
export function tellOfRobots(tx: Transaction, ctx: Context, data: Told): Promise<void> {
  const stageId = stageAt(data.place);
  return stageId
    ? recordEvent(tx, ctx, robotsChanged, { recordId: stageId, data })
    : recordEvent(tx, ctx, statusRobotsChanged, { recordId: ctx.organizationId, data });
}
