import { and, desc, eq } from "drizzle-orm";
import { webformSubmission } from "@/db/schema/webforms";
import { authorize, type Context, inOrganization } from "@/server/platform";
import { ListSubmissions, type Submission } from "./contract";
import { lockForm } from "./form-rows";

/** What was sent through a form, the newest first. @throws NOT_FOUND, FORBIDDEN */
export async function listSubmissions(ctx: Context, input: ListSubmissions): Promise<Submission[]> {
  authorize(ctx, "forms.edit");
  const { formId, limit } = ListSubmissions.parse(input);
  return inOrganization(ctx, async (tx) => {
    await lockForm(tx, ctx, formId);
    const { id, status, values, origin, reason, entity, recordId, createdAt } = webformSubmission;
    return tx
      .select({ id, status, values, origin, reason, entity, recordId, createdAt })
      .from(webformSubmission)
      .where(
        and(eq(webformSubmission.organizationId, ctx.organizationId), eq(webformSubmission.formId, formId)),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(limit);
  });
}
