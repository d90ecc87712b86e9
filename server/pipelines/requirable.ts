import { catalog, isCustomKey } from "@/server/fields";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { StagedEntity } from "@/server/platform/permissions";
import { requirableFields } from "./contract";

/**
 * What a stage requires has to be a field of its kind of record that people can fill in, built in or the organization's own.
 * @throws INVALID at `requiredFields`
 */
export async function assertRequirable(
  tx: Transaction,
  ctx: Context,
  entity: StagedEntity,
  keys: readonly string[] = [],
): Promise<void> {
  const known: readonly string[] = requirableFields[entity];
  const own = keys.some(isCustomKey) ? await catalog(ctx, tx, entity) : [];
  const unknown = keys.find(
    (key) =>
      !known.includes(key) && !own.some((field) => field.custom && field.editable && field.key === key),
  );
  if (unknown) throw new AppError("INVALID", { name: unknown }, { field: "requiredFields" });
}
