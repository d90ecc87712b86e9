import { contactPointsOf, titlesOf } from "@/server/crm/records";
import type { Context, Transaction } from "@/server/platform";
import type { Requisites } from "./contract";

type Parties = { companyId?: string | null; contactId?: string | null };

/** The buyer as the card of the company, or else of the person, says; nameless when there is neither. */
export async function buyerOf(
  tx: Transaction,
  ctx: Context,
  { companyId, contactId }: Parties,
): Promise<Requisites> {
  const id = companyId ?? contactId;
  if (!id) return { name: "" };
  const names = await titlesOf(tx, ctx, [id]);
  const points = await contactPointsOf(tx, ctx, id);
  const first = (kind: string) => points.find((point) => point.kind === kind)?.value;
  const more = {
    taxId: first("tax_id"),
    address: first("address"),
    phone: first("phone"),
    email: first("email"),
  };
  const said = Object.entries(more).filter(([, value]) => value);
  return { name: names[id] ?? "", ...Object.fromEntries(said) };
}
