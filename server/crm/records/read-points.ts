import { authorize, type Context, inOrganization, joining } from "@/server/platform";
import { contactPointsOf } from "./contact-points";
import type { ContactPoint } from "./contract";
import { readRecord } from "./get-record";
import type { BaseRecord, RecordType } from "./record-type";

/** Every way to reach a record. @throws NOT_FOUND */
export async function recordPoints<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id }: { id: string },
): Promise<ContactPoint[]> {
  return inOrganization(ctx, async (tx) => {
    authorize(ctx, `${type.entity}.view`, await readRecord(joining(ctx, tx), type, { id }));
    return contactPointsOf(tx, ctx, id);
  });
}
