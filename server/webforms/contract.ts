import { z } from "zod";
import { optionalText, requiredText } from "@/server/platform/text";

/** What every form may ask without a field of the organization's own. */
export const standardKeys = ["name", "phone", "email", "companyName", "comment"] as const;
export type StandardKey = (typeof standardKeys)[number];

/** White text is read well on each of them. */
export const formColours = [
  "#0b6b58",
  "#3b5bdb",
  "#0b7285",
  "#247a36",
  "#c4420d",
  "#c2255c",
  "#6741d9",
  "#212529",
] as const;

const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine(isWebAddress, { params: { code: "url" } });

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}

export const FormField = z.strictObject({
  /** One of the standard keys, or a custom field's: `c_budget`. */
  key: z.string().regex(/^([a-z][A-Za-z]{1,39}|c_\w{1,57})$/),
  label: requiredText(100),
  hint: optionalText(200),
  required: z.boolean(),
});
export type FormField = z.output<typeof FormField>;

/** How a form looks and what it asks. */
export const FormDesign = z.strictObject({
  language: z.enum(["en", "ru"]),
  heading: requiredText(120),
  text: optionalText(1_000),
  button: requiredText(40),
  colour: z.enum(formColours),
  fields: z.array(FormField).min(1).max(30),
  /** Asked with a tick that must be set; null asks for none. */
  consent: z.strictObject({ text: requiredText(500), url: webAddress.nullable() }).nullable(),
  after: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("message"), text: requiredText(500) }),
    z.strictObject({ kind: z.literal("redirect"), url: webAddress }),
  ]),
  /** Tell the owner of what comes in. */
  notify: z.boolean(),
});
export type FormDesign = z.output<typeof FormDesign>;

const settings = {
  name: requiredText(100),
  design: FormDesign,
  sourceId: z.uuid().nullable(),
  /** Nobody: the record has no owner. Several take turns. */
  ownerIds: z.array(z.uuid()).max(50),
  /** Does it take no answers? */
  closed: z.boolean(),
};

export const SaveForm = z.strictObject({
  /** Absent: a new form. */
  formId: z.uuid().optional(),
  /** What the editor saw. */
  version: z.number().int().positive().optional(),
  ...settings,
});
export type SaveForm = z.input<typeof SaveForm>;

export const FormId = z.strictObject({ formId: z.uuid() });
export type FormId = z.output<typeof FormId>;

export type Form = {
  id: string;
  name: string;
  design: FormDesign;
  sourceId: string | null;
  ownerIds: string[];
  closed: boolean;
  version: number;
  updatedAt: Date;
};

/** A form in the list, with how often it was filled in. */
export type FormSummary = Pick<Form, "id" | "name" | "closed" | "updatedAt"> & {
  created: number;
  waiting: number;
  failed: number;
  spam: number;
};

/** Where the person who filled it in came from. */
export type Origin = { utm: Record<string, string>; referrer: string | null; landing: string | null };

export const utmKeys = [
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_content",
  "utm_term",
  "yclid",
  "gclid",
  "fbclid",
] as const;

export const ListSubmissions = z.strictObject({
  formId: z.uuid(),
  limit: z.number().int().min(1).max(100).default(30),
});
export type ListSubmissions = z.input<typeof ListSubmissions>;

export const SubmissionId = z.strictObject({ submissionId: z.uuid() });
export type SubmissionId = z.output<typeof SubmissionId>;

export type Submission = {
  id: string;
  /** Failed: so many tries made no record of it that a person has to see to it. */
  status: "waiting" | "created" | "failed" | "spam" | "repeated";
  values: Record<string, string | string[]>;
  origin: Origin;
  reason: string | null;
  entity: string | null;
  recordId: string | null;
  createdAt: Date;
};

/** A field of one's own that a form can ask for. */
export type AskableField = { key: string; label: string; type: string };
