import { type Cause, type Context, recordEvent, type Transaction } from "@/server/platform";
import { loopStopped } from "../events";
import { placeNames } from "../record/place-names";
import type { Ref } from "../record/read";

/** A chain of automatic changes may have this many hops. */
const longest = 10;

/** Would the hop come again, or the chain grow too long? */
export function isLoop(causes: readonly Cause[], hop: { recordId: string; place: string }): boolean {
  const again = causes.some((cause) => cause.recordId === hop.recordId && cause.place === hop.place);
  return again || causes.length > longest;
}

/** Says on the timeline that a circle was cut, and answers true, when robots led the record here in one. */
export async function stopLoop(tx: Transaction, ctx: Context, at: Ref & { place: string }): Promise<boolean> {
  if (!isLoop(ctx.causes, { recordId: at.id, place: at.place })) return false;
  const places = [...ctx.causes.map((cause) => cause.place), at.place];
  const names = await placeNames(tx, ctx, places);
  const path = places.map((place) => names[place] ?? "…");
  await recordEvent(tx, ctx, loopStopped, {
    recordId: at.id,
    entity: at.entity,
    data: { path },
  });
  return true;
}
