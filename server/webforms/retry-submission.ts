import { and, eq } from "drizzle-orm";
import { webformSubmission } from "@/db/schema/webforms";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { SubmissionId } from "./contract";
import { makeOf } from "./make-of";
import { openForm } from "./open-form";

/** Tries a submission that waits or has failed at once, and from then on as a new one. @throws NOT_FOUND, FORBIDDEN */
export async function retrySubmission(ctx: Context, { submissionId }: SubmissionId): Promise<void> {
  authorize(ctx, "forms.edit");
  const formId = await inOrganization(ctx, async (tx) => {
    const mine = and(
      eq(webformSubmission.organizationId, ctx.organizationId),
      eq(webformSubmission.id, submissionId),
    );
    const [row] = await tx.select().from(webformSubmission).where(mine).for("update");
    if (!row) throw new AppError("NOT_FOUND");
    if (row.status !== "waiting" && row.status !== "failed") return null;
    await tx.update(webformSubmission).set({ status: "waiting", attempts: 0 }).where(mine);
    return row.formId;
  });
  const open = formId && (await openForm(formId, { archived: true }));
  if (open) await makeOf(open, submissionId);
}
