import { invoiceStatuses, statusNames, statusPlace } from "@/server/crm/invoices/contract";
import { dictionaryNames } from "@/server/pipelines";
import type { Context, Transaction } from "@/server/platform";
import { stageAt } from "../places";

/** What places are called in the organization's language, stages that were removed too. */
export async function placeNames(
  tx: Transaction,
  ctx: Context,
  places: readonly string[],
): Promise<Record<string, string>> {
  const stageIds = places.flatMap((place) => stageAt(place) ?? []);
  const statuses = invoiceStatuses.map((status) => [statusPlace(status), statusNames[status][ctx.language]]);
  return { ...Object.fromEntries(statuses), ...(await dictionaryNames(tx, ctx, stageIds)) };
}
