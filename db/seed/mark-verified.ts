import { eq } from "drizzle-orm";
import { getDatabase } from "@/db/client";
import { user } from "@/db/schema/auth";

/** The demo's address receives no mail, so its owner cannot confirm it. */
export async function markVerified(userId: string): Promise<void> {
  await getDatabase().update(user).set({ emailVerified: true }).where(eq(user.id, userId));
}
