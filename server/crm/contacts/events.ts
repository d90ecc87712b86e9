import { defineEvent } from "@/server/platform";

export const contactCreated = defineEvent<{ name: string }>("contact.created", "contact");

/** `changes` holds each changed field's value before and after. */
export const contactUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("contact.updated", "contact");

export const contactDeleted = defineEvent<{ title: string }>("contact.deleted", "contact");
export const contactRestored = defineEvent<{ title: string }>("contact.restored", "contact");
