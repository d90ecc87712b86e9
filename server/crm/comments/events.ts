import { defineEvent } from "@/server/platform";

/** `mentions` are members named in the text who were not named before. */
type Said = { commentId: string; text: string; mentions: string[] };

export const commentAdded = defineEvent<Said>("comment.added", "deal");
export const commentEdited = defineEvent<Said>("comment.edited", "deal");
export const commentRemoved = defineEvent<{ commentId: string }>("comment.removed", "deal");
