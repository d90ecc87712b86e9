import type { z } from "zod";
import type { Context } from "@/server/platform";
import { changeLines } from "./change-lines";
import { ReorderLines } from "./contract";
import type { RecordLines } from "./queries";

/** Puts lines in this order; those a colleague has just added stay behind them. @throws NOT_FOUND */
export async function reorderLines(ctx: Context, input: z.input<typeof ReorderLines>): Promise<RecordLines> {
  const { recordId, lineIds } = ReorderLines.parse(input);
  const place = new Map(lineIds.map((id, at) => [id, at]));
  const placeOf = ({ id }: { id: string }) => place.get(id) ?? lineIds.length;
  return changeLines(ctx, recordId, (before) => before.toSorted((a, b) => placeOf(a) - placeOf(b)));
}
