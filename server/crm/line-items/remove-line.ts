import type { z } from "zod";
import { AppError, type Context } from "@/server/platform";
import { changeLines } from "./change-lines";
import { RemoveLine } from "./contract";
import type { RecordLines } from "./queries";

/** Takes a line away. @throws NOT_FOUND */
export async function removeLine(ctx: Context, input: z.input<typeof RemoveLine>): Promise<RecordLines> {
  const { recordId, lineId } = RemoveLine.parse(input);
  return changeLines(ctx, recordId, (before) => {
    const after = before.filter(({ id }) => id !== lineId);
    if (after.length === before.length) throw new AppError("NOT_FOUND");
    return after;
  });
}
