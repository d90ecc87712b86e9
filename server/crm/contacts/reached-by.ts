import { and, eq, isNull, or, sql } from "drizzle-orm";
import { company, contact } from "@/db/schema/crm";
import { contactPoint } from "@/db/schema/crm-records";
import type { ContactPoint } from "@/server/crm/records/contract";
import { authorize, type Context, inOrganization } from "@/server/platform";

/** Somebody with one of the phones or emails asked for. */
export type Reached = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  companyId: string | null;
  companyName: string | null;
  by: "phone" | "email";
};

const most = 5;

/** People who share a phone or an email with these points, the oldest first. */
export async function contactsReachedBy(
  ctx: Context,
  points: readonly Pick<ContactPoint, "kind" | "key">[],
): Promise<Reached[]> {
  authorize(ctx, "contact.view");
  const asked = points.filter(({ kind }) => kind === "phone" || kind === "email");
  if (asked.length === 0) return [];
  const rows = await inOrganization(ctx, (tx) =>
    tx
      .select({
        id: contact.id,
        name: contact.name,
        phone: contact.phone,
        email: contact.email,
        companyId: company.id,
        companyName: company.name,
        by: sql<Reached["by"]>`${contactPoint.kind}`,
      })
      .from(contactPoint)
      .innerJoin(
        contact,
        and(
          eq(contact.organizationId, contactPoint.organizationId),
          eq(contact.id, contactPoint.recordId),
          isNull(contact.deletedAt),
        ),
      )
      .leftJoin(
        company,
        and(
          eq(company.organizationId, contact.organizationId),
          eq(company.id, contact.companyId),
          isNull(company.deletedAt),
        ),
      )
      .where(
        and(
          eq(contactPoint.organizationId, ctx.organizationId),
          or(...asked.map(({ kind, key }) => and(eq(contactPoint.kind, kind), eq(contactPoint.key, key)))),
        ),
      )
      .orderBy(contact.id)
      .limit(most * asked.length),
  );
  return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, most);
}
