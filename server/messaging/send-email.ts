import { and, eq, isNull } from "drizzle-orm";
import { type Attachment, message } from "@/db/schema/messaging";
import { AppError, asWorker, newId } from "@/server/platform";
import { configuredTransport, type Delivery } from "./transport";

export type Email = {
  /** Null for account mail, which belongs to no workspace. */
  organizationId: string | null;
  /** One letter a key: a second call with it sends nothing, unless the first was refused and so reached nobody. */
  key: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments?: { name: string; mediaType: string; bytes: Buffer }[];
  about?: { entity: string; recordId: string };
};

type Row = typeof message.$inferSelect;

/**
 * Writes the letter to the outbox, then sends it when a transport is configured. Without one it rests there
 * as `queued`, to be read at /dev/mail.
 * @throws EMAIL_FAILED when it surely was not sent; `retry` in the data says whether another try makes sense
 */
export async function sendEmail(email: Email): Promise<{ id: string; status: Row["status"] }> {
  const row = await write(email);
  const transport = configuredTransport();
  if (row.status !== "queued" || !transport) return row;
  const delivery = await transport.send({ ...email, attachments: row.attachments ?? [], key: row.id });
  const status = statusAfter[delivery.outcome];
  await settle(row, delivery);
  if (delivery.outcome === "refused" || delivery.outcome === "retry") {
    throw new AppError("EMAIL_FAILED", { reason: delivery.reason, retry: delivery.outcome });
  }
  return { id: row.id, status };
}

const statusAfter = { accepted: "sent", refused: "failed", retry: "queued", unknown: "unknown" } as const;

async function write(email: Email): Promise<Row> {
  return asWorker(async (tx) => {
    const { about, to, attachments, ...letter } = email;
    const queued: typeof message.$inferInsert = {
      ...letter,
      id: newId(),
      channel: "email",
      recipient: to,
      about: about ?? null,
      attachments: attachments?.map(stored) ?? null,
      status: "queued",
      error: null,
    };
    await tx
      .insert(message)
      .values(queued)
      .onConflictDoUpdate({
        target: [message.organizationId, message.key],
        set: queued,
        setWhere: eq(message.status, "failed"),
      });
    const [row] = await tx
      .select()
      .from(message)
      .where(
        and(
          eq(message.key, email.key),
          email.organizationId
            ? eq(message.organizationId, email.organizationId)
            : isNull(message.organizationId),
        ),
      );
    if (!row) throw new Error("A letter just written can be read");
    return row;
  });
}

// Kept with the letter: every attempt under its key sends the same bytes.
function stored({ name, mediaType, bytes }: NonNullable<Email["attachments"]>[number]): Attachment {
  return { name, mediaType, content: bytes.toString("base64") };
}

async function settle({ id, attachments }: Row, delivery: Delivery): Promise<void> {
  const accepted = delivery.outcome === "accepted";
  const kept = attachments?.map((one) => ({ ...one, content: null })) ?? null;
  await asWorker((tx) =>
    tx
      .update(message)
      .set({
        status: statusAfter[delivery.outcome],
        error: accepted ? null : delivery.reason,
        providerId: accepted ? delivery.providerId : null,
        sentAt: accepted ? new Date() : null,
        // Only what may be tried again still needs them.
        ...(delivery.outcome !== "retry" && { attachments: kept }),
      })
      .where(eq(message.id, id)),
  );
}
