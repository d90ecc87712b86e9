import { contactPointsOf, titlesOf } from "@/server/crm/records";
import type { Context, Transaction } from "@/server/platform";
import type { Requisites } from "./contract";

type Parties = { companyId: string | null; contactId: string | null };

/** Who is billed: the company, or else the person; null when there is neither. */
export function payerOf({ companyId, contactId }: Parties): string | null {
  return companyId ?? contactId;
}

/** The buyer as the card of a company or a person says; nameless when there is none. */
export async function buyerOf(tx: Transaction, ctx: Context, id: string | null): Promise<Requisites> {
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
