import { APIError } from "better-auth/api";
import { text } from "@/server/platform";

/** Longer than any address, token or code; passwords have a limit of their own. */
const storable = text(4000);

/**
 * Turns away text that Postgres cannot store, or megabytes of it, before better-auth asks the database with it.
 * @throws INVALID_TEXT
 */
export function checkBody(body: unknown): void {
  const values: unknown[] = body && typeof body === "object" ? Object.values(body) : [];
  const refused = values.some((value) => typeof value === "string" && !storable.safeParse(value).success);
  if (refused) throw new APIError("BAD_REQUEST", { code: "INVALID_TEXT", message: "Invalid text" });
}
