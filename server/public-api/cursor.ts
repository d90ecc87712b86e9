import { z } from "zod";
import { AppError } from "@/server/platform";

/** Where a page by time ended. */
export type Moment = { occurredAt: Date; id: string };

const moment = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });

export function momentCursor(moment: Moment | null): string | null {
  if (!moment) return null;
  const { occurredAt, id } = moment;
  return Buffer.from(JSON.stringify({ at: occurredAt.toISOString(), id })).toString("base64url");
}

/** @throws INVALID at `cursor` for what no page answered */
export function readMoment(text: string | undefined): Moment | null {
  if (text === undefined) return null;
  try {
    const { at, id } = moment.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { occurredAt: new Date(at), id };
  } catch {
    throw new AppError("INVALID", {}, { field: "cursor" });
  }
}
