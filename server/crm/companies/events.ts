import { defineEvent, type Given } from "@/server/platform";

export const companyCreated = defineEvent<{ name: string } & Given>("company.created", "company");

/** `changes` holds each changed field's value before and after. */
export const companyUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("company.updated", "company");

export const companyDeleted = defineEvent<{ title: string }>("company.deleted", "company");
export const companyRestored = defineEvent<{ title: string }>("company.restored", "company");
