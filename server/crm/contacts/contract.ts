import { z } from "zod";
import { ContactPoints } from "@/server/crm/records/contract";
import { optionalText, requiredText, text } from "@/server/platform/text";

export type Contact = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  companyId: string | null;
  ownerId: string | null;
  version: number;
  custom: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
};

const contactEmail = z
  .string()
  .trim()
  .max(254)
  .nullish()
  .transform((value) => value || null)
  .pipe(z.email().nullable());

/** Values of the organization's own fields by their keys, `c_…`, and `tags`; null empties one. */
const custom = z.record(
  z
    .string()
    .regex(/^(c_|tags$)/)
    .max(60),
  z.unknown(),
);

export const CreateContact = z.strictObject({
  name: requiredText(200),
  phone: optionalText(40),
  email: contactEmail,
  companyId: z.uuid().nullish(),
  /** Absent: the creator. */
  ownerId: z.uuid().nullish(),
  /** Every way to reach them, the first phone and email among them; instead of `phone` and `email`. */
  points: ContactPoints.optional(),
  custom: custom.optional(),
});
export type CreateContact = z.input<typeof CreateContact>;

/** A name typed where somebody was looked for: the rest, required fields too, is filled in later. */
export const NewByName = CreateContact.pick({ name: true });

export const ContactChanges = z
  .strictObject({
    name: requiredText(200),
    phone: optionalText(40),
    email: contactEmail,
    companyId: z.uuid().nullable(),
    ownerId: z.uuid().nullable(),
  })
  .partial();

export const UpdateContact = z.strictObject({
  contactId: z.uuid(),
  version: z.number().int().positive().optional(),
  changes: ContactChanges,
  custom: custom.optional(),
});
export type UpdateContact = z.output<typeof UpdateContact>;

export const FindContacts = z.strictObject({ search: text(200).default("") });
export const ContactId = z.strictObject({ contactId: z.uuid() });
