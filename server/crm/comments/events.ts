import { defineEvent } from "@/server/platform";

export const commentAdded = defineEvent<{ commentId: string; text: string }>("comment.added", "deal");
export const commentRemoved = defineEvent<{ commentId: string }>("comment.removed", "deal");
