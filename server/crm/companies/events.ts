import { defineEvent } from "@/server/platform";

export const companyCreated = defineEvent<{ name: string }>("company.created", "company");
