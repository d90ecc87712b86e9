import type { z } from "zod";
import type { Context } from "@/server/platform";
import { changeLines } from "./change-lines";
import { AddLines, type LineItem } from "./contract";
import { newLine } from "./new-line";
import type { RecordLines } from "./queries";

/** Adds lines after another, or at the end. @throws NOT_FOUND, INVALID at `productId`, CURRENCY_UNKNOWN */
export async function addLines(ctx: Context, input: z.input<typeof AddLines>): Promise<RecordLines> {
  const { recordId, lines, afterId } = AddLines.parse(input);
  return changeLines(ctx, recordId, async (before, { tx, currency }) => {
    const added: LineItem[] = [];
    for (const given of lines) added.push(await newLine(tx, ctx, given, currency));
    const place = before.findIndex((line) => line.id === afterId) + 1;
    return before.toSpliced(place || before.length, 0, ...added);
  });
}
