import { eq, sql } from "drizzle-orm";
import { getDatabase } from "@/db/client";
import { rateLimit } from "@/db/schema/auth";
import { newId } from "@/server/platform";

const mostGuesses = 20;
const windowMs = 60 * 60 * 1000;

/**
 * Counts a guess at an account's password, wherever it comes from.
 * @returns seconds to wait once an hour's twenty are used up; 0 before
 */
export async function waitBeforeGuess(email: string): Promise<number> {
  const now = Date.now();
  const isOver = sql`${rateLimit.lastRequest} < ${now - windowMs}`;
  const [row] = await getDatabase()
    .insert(rateLimit)
    .values({ id: newId(), key: keyOf(email), count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimit.count} + 1 end`,
        lastRequest: sql`case when ${isOver} then ${now} else ${rateLimit.lastRequest} end`,
      },
    })
    .returning({ count: rateLimit.count, since: rateLimit.lastRequest });
  if (!row || row.count <= mostGuesses) return 0;
  return Math.max(1, Math.ceil((row.since + windowMs - now) / 1000));
}

/** Forgets the guesses after the right one. */
export async function forgetGuesses(email: string): Promise<void> {
  await getDatabase()
    .delete(rateLimit)
    .where(eq(rateLimit.key, keyOf(email)));
}

function keyOf(email: string): string {
  return `sign-in/${email.trim().toLowerCase()}`;
}
