import type { z } from "zod";
import { AppError, type Context } from "@/server/platform";
import { changeLines } from "./change-lines";
import { changed } from "./changed";
import { UpdateLine } from "./contract";
import type { RecordLines } from "./queries";

/** Changes one line. @throws NOT_FOUND, INVALID at `discount` */
export async function updateLine(ctx: Context, input: z.input<typeof UpdateLine>): Promise<RecordLines> {
  const { recordId, lineId, changes } = UpdateLine.parse(input);
  return changeLines(ctx, recordId, (before) => {
    const line = before.find(({ id }) => id === lineId);
    if (!line) throw new AppError("NOT_FOUND");
    const after = changed(line, changes);
    return before.map((one) => (one.id === lineId ? after : one));
  });
}
