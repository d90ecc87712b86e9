import type { Importable } from "../contract";
import type { Batch } from "../run/batch";
import type { Revision } from "./draft";

/** Notes in the ledger what was written over, and keeps what the rows say besides. */
export async function noteUpdates(
  batch: Batch,
  entity: Importable,
  revisions: readonly Revision[],
  changed: readonly { id: string; version: number }[],
): Promise<void> {
  const versions = new Map(changed.map(({ id, version }) => [id, version]));
  for (const { before } of revisions) {
    const id = String(before.row.id);
    const version = versions.get(id);
    if (version !== undefined) batch.ledger.updated.push({ entity, id, version, before });
  }
  const ids = revisions.map(({ before }) => String(before.row.id));
  batch.ledger.keys.push(...(await batch.besides(entity, revisions, ids)));
}
