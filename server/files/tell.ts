import type { Subject } from "@/server/crm/registry";
import { type Context, type EventType, recordEvent, type Transaction } from "@/server/platform";

/** Records what happened to a file on its record's history; a file that waits for a record has none yet. */
export async function tell<Data extends Record<string, unknown>>(
  tx: Transaction,
  ctx: Context,
  type: EventType<Data>,
  { subject, data }: { subject: Subject | null; data: Data },
): Promise<void> {
  if (!subject) return;
  await recordEvent(tx, ctx, type, { recordId: subject.id, entity: subject.entity, data });
}
