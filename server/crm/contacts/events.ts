import { defineEvent, type Given } from "@/server/platform";

export const contactCreated = defineEvent<{ name: string } & Given>("contact.created", "contact");

/** `changes` holds each changed field's value before and after. */
export const contactUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("contact.updated", "contact");

export const contactDeleted = defineEvent<{ title: string }>("contact.deleted", "contact");
export const contactRestored = defineEvent<{ title: string }>("contact.restored", "contact");
