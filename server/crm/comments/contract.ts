import { z } from "zod";
import { requiredText } from "@/server/platform/text";

export const AddComment = z.strictObject({ recordId: z.uuid(), text: requiredText(20_000) });

/** As `AddComment`, from a deal's page. */
export const AddDealComment = z.strictObject({ dealId: z.uuid(), text: requiredText(20_000) });

export const CommentId = z.strictObject({ commentId: z.uuid() });
