import type { z } from "zod";
import type { Context } from "@/server/platform";
import { changeLines } from "./change-lines";
import { changed } from "./changed";
import { type LineItem, SetLines } from "./contract";
import { newLine } from "./new-line";
import type { RecordLines } from "./queries";

/** Puts these lines in place of all there are; what is said of a line that stays changes it. @throws NOT_FOUND */
export async function setLines(ctx: Context, input: z.input<typeof SetLines>): Promise<RecordLines> {
  const { recordId, lines } = SetLines.parse(input);
  return changeLines(ctx, recordId, async (before, { tx, currency }) => {
    const after: LineItem[] = [];
    for (const { id, ...given } of lines) {
      const kept = before.find((line) => line.id === id);
      const same = kept && (given.productId === undefined || given.productId === kept.productId);
      const line = same ? changed(kept, given) : await newLine(tx, ctx, given, currency);
      after.push({ ...line, id: kept?.id ?? line.id });
    }
    return after;
  });
}
