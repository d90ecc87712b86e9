import { eq } from "drizzle-orm";
import { member } from "@/db/schema/identity";
import { asWorker } from "@/server/platform";

/** Carries a person's new name into every workspace they belong to, where lists are sorted and searched by it. */
export async function renameMember(userId: string, name: string): Promise<void> {
  await asWorker((tx) =>
    tx.update(member).set({ name, updatedAt: new Date() }).where(eq(member.userId, userId)),
  );
}
