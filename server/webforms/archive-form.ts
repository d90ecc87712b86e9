import { webform } from "@/db/schema/webforms";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { FormId } from "./contract";
import { webformArchived } from "./events";
import { formRow } from "./form-rows";

/** Takes a form out of use: its page says that it is not there. What it brought in stays. @throws NOT_FOUND */
export async function archiveForm(ctx: Context, { formId }: FormId): Promise<void> {
  authorize(ctx, "forms.edit");
  await inOrganization(ctx, async (tx) => {
    const [gone] = await tx
      .update(webform)
      .set({ archivedAt: ctx.now() })
      .where(formRow(ctx, formId))
      .returning({ name: webform.name });
    if (!gone) throw new AppError("NOT_FOUND");
    await recordEvent(tx, ctx, webformArchived, { recordId: formId, data: { name: gone.name } });
  });
}
