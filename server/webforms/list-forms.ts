import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { webform, webformSubmission } from "@/db/schema/webforms";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { Form, FormId, FormSummary } from "./contract";
import { formOf, formRow } from "./form-rows";

/** The forms in use with how often each was filled in, the newest first. */
export async function listForms(ctx: Context): Promise<FormSummary[]> {
  authorize(ctx, "forms.edit");
  return inOrganization(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(webform)
      .where(and(eq(webform.organizationId, ctx.organizationId), isNull(webform.archivedAt)))
      .orderBy(desc(webform.createdAt), desc(webform.id));
    const counts = await tx
      .select({
        formId: webformSubmission.formId,
        status: webformSubmission.status,
        count: sql<number>`count(*)::int`,
      })
      .from(webformSubmission)
      .where(eq(webformSubmission.organizationId, ctx.organizationId))
      .groupBy(webformSubmission.formId, webformSubmission.status);
    const countOf = (id: string, status: string) =>
      counts.find((one) => one.formId === id && one.status === status)?.count ?? 0;
    return rows.map(formOf).map(({ id, name, closed, updatedAt }) => ({
      ...{ id, name, closed, updatedAt },
      created: countOf(id, "created"),
      waiting: countOf(id, "waiting"),
      failed: countOf(id, "failed"),
      spam: countOf(id, "spam"),
    }));
  });
}

/** One form, to be edited. @throws NOT_FOUND, FORBIDDEN */
export async function getForm(ctx: Context, { formId }: FormId): Promise<Form> {
  authorize(ctx, "forms.edit");
  const [row] = await inOrganization(ctx, (tx) => tx.select().from(webform).where(formRow(ctx, formId)));
  if (!row) throw new AppError("NOT_FOUND");
  return formOf(row);
}
