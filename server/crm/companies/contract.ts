import { z } from "zod";
import { requiredText, text } from "@/server/platform/text";

export type Company = { id: string; name: string };

export const CreateCompany = z.strictObject({ name: requiredText(200) });
export const FindCompanies = z.strictObject({ search: text(200).default("") });
