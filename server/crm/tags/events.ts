import { defineEvent } from "@/server/platform";

export const tagCreated = defineEvent<{ name: string }>("tag.created", "tag");
export const tagChanged = defineEvent<{ name: string; before: string }>("tag.changed", "tag");
export const tagMerged = defineEvent<{ name: string; into: string }>("tag.merged", "tag");
export const tagDeleted = defineEvent<{ name: string }>("tag.deleted", "tag");
