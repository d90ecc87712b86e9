import { z } from "zod";
import { optionalText, requiredText, text } from "@/server/platform/text";

export type Contact = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  companyId: string | null;
};

const contactEmail = z
  .string()
  .trim()
  .max(254)
  .nullish()
  .transform((value) => value || null)
  .pipe(z.email().nullable());

export const CreateContact = z.strictObject({
  name: requiredText(200),
  phone: optionalText(40),
  email: contactEmail,
  companyId: z.uuid().nullish(),
});
export type CreateContact = z.output<typeof CreateContact>;

export const UpdateContact = z.strictObject({
  contactId: z.uuid(),
  changes: z
    .strictObject({
      name: requiredText(200),
      phone: optionalText(40),
      email: contactEmail,
      companyId: z.uuid().nullable(),
    })
    .partial(),
});
export type UpdateContact = z.output<typeof UpdateContact>;

export const FindContacts = z.strictObject({ search: text(200).default("") });
export const ContactId = z.strictObject({ contactId: z.uuid() });
