import { z } from "zod";
import { ContactPoints } from "@/server/crm/records/contract";
import { email, optionalText, requiredText, text } from "@/server/platform/text";

export type Company = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  site: string | null;
  ownerId: string | null;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

const fields = {
  name: requiredText(200),
  phone: optionalText(40),
  email: z
    .string()
    .trim()
    .nullish()
    .transform((value) => value || null)
    .pipe(email().nullable()),
  site: optionalText(300),
  ownerId: z.uuid().nullish(),
};

export const CreateCompany = z.strictObject({
  ...fields,
  points: ContactPoints.optional(),
  custom: z
    .record(
      z
        .string()
        .regex(/^(c_|tags$)/)
        .max(60),
      z.unknown(),
    )
    .optional(),
});
export type CreateCompany = z.input<typeof CreateCompany>;

/** A name typed where an organisation was looked for: the rest, required fields too, is filled in later. */
export const NewByName = CreateCompany.pick({ name: true });

export const CompanyChanges = z.strictObject({ ...fields, ownerId: z.uuid().nullable() }).partial();

export const FindCompanies = z.strictObject({ search: text(200).default("") });
