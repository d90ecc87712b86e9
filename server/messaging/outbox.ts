import { desc, eq } from "drizzle-orm";
import { message } from "@/db/schema/messaging";
import { asWorker } from "@/server/platform";

/** The latest hundred letters of everybody, for the development outbox at /dev/mail only. */
export function developmentOutbox() {
  return asWorker((tx) =>
    tx.select().from(message).orderBy(desc(message.createdAt), desc(message.id)).limit(100),
  );
}

/** One letter, for the development outbox only; null when there is none. */
export async function developmentLetter(id: string) {
  const [row] = await asWorker((tx) => tx.select().from(message).where(eq(message.id, id)));
  return row ?? null;
}
