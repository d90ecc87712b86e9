import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { contactPointsOf, foundByPoints, writeContactPoints } from "./contact-points";
import type { ContactPoint, ContactPointInput } from "./contract";
import { difference } from "./difference";
import { type BaseRecord, lockRecord, type RecordType, writeRow } from "./record-type";
import { renameRecord } from "./register";
import { assertVersion } from "./update-record";

type Change = { id: string; version?: number | undefined; points: readonly ContactPointInput[] };

/**
 * Writes every way to reach a record anew, in the order given; the first phone and email are repeated in its row. The
 * event carries them before and after. @throws NOT_FOUND, FORBIDDEN, VERSION_CONFLICT
 */
export async function changePoints<Row extends BaseRecord>(
  ctx: Context,
  type: RecordType<Row>,
  { id, version, points }: Change,
): Promise<ContactPoint[]> {
  return inOrganization(ctx, async (tx) => {
    const row = await lockRecord(tx, ctx, type, id);
    authorize(ctx, `${type.entity}.edit`, row);
    assertVersion(row, version);
    const before = await contactPointsOf(tx, ctx, id);
    const after = await writeContactPoints(tx, ctx, id, points);
    const first = firstOf(points);
    const changes = {
      ...difference(firstOf(before), first),
      ...difference({ points: before.map(plain) }, { points: after.map(plain) }),
    };
    if (Object.keys(changes).length === 0) return after;
    const repeated = "phone" in type.shape && "email" in type.shape ? first : {};
    const next = row.version + 1;
    const written = await writeRow(tx, ctx, type, id, { ...repeated, version: next, updatedAt: ctx.now() });
    const others = (await type.searchable?.(tx, ctx, written)) ?? foundByPoints(after);
    await renameRecord(tx, ctx, { id, title: type.title(written), others });
    await recordEvent(tx, ctx, type.events.updated, {
      recordId: id,
      version: next,
      data: { ...type.about(written), title: type.title(written), changes },
    });
    return after;
  });
}

function firstOf(points: readonly ContactPointInput[]) {
  const first = (kind: "phone" | "email") => points.find((one) => one.kind === kind)?.value ?? null;
  return { phone: first("phone"), email: first("email") };
}

function plain({ kind, value, label }: ContactPointInput) {
  return { kind, value, label: label ?? null };
}
