import { catalog, isCustomKey } from "@/server/fields";
import { AppError, type Context, type Transaction } from "@/server/platform";

/** What a stage requires has to be a field that people can fill in. @throws INVALID at `requiredFields` */
export async function assertRequirable(
  tx: Transaction,
  ctx: Context,
  keys: readonly string[] = [],
): Promise<void> {
  const own = keys.filter(isCustomKey);
  if (own.length === 0) return;
  const fields = await catalog(ctx, tx, "deal");
  const unknown = own.find((key) => !fields.some((field) => field.key === key && field.editable));
  if (unknown) throw new AppError("INVALID", { name: unknown }, { field: "requiredFields" });
}
