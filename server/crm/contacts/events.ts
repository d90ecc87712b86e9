import { defineEvent } from "@/server/platform";

export const contactCreated = defineEvent<{ name: string }>("contact.created", "contact");
export const contactUpdated = defineEvent<{ name: string }>("contact.updated", "contact");
