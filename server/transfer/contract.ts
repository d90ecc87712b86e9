import { z } from "zod";

/** What a column can be read as. */
export const targetTypes = [
  "text",
  "number",
  "money",
  "currency",
  "date",
  "datetime",
  "boolean",
  "phones",
  "emails",
  "tax_id",
  "url",
  "list",
  "multi_list",
  "tags",
  "member",
  "pipeline",
  "stage",
  "external_id",
] as const;
export type TargetType = (typeof targetTypes)[number];

/** Why a cell was refused; the texts live under the same keys in the messages. */
export const cellErrors = [
  "REQUIRED",
  "NOT_A_NUMBER",
  "NOT_MONEY",
  "TOO_LARGE",
  "TOO_LONG",
  "OTHER_CURRENCY",
  "NOT_A_DATE",
  "NO_SUCH_DAY",
  "NOT_A_BOOLEAN",
  "NOT_A_PHONE",
  "NOT_AN_EMAIL",
  "NOT_A_TAX_ID",
  "NOT_A_URL",
  "NO_SUCH_OPTION",
  "TOO_MANY_OPTIONS",
  "NO_SUCH_MEMBER",
  "SEVERAL_MEMBERS",
  "NO_SUCH_PIPELINE",
  "NO_SUCH_STAGE",
  "SEVERAL_STAGES",
] as const;
export type CellError = (typeof cellErrors)[number];

/** What was done to a cell that its writer may not have meant; the row is imported all the same. */
export const cellWarnings = [
  "ROUNDED",
  "NEGATIVE",
  "LEFT_BLANK",
  "ORDER_GUESSED",
  "CHECKSUM",
  "SHORTENED",
  "DUPLICATE_IN_FILE",
] as const;
export type CellWarning = (typeof cellWarnings)[number];

export type Option = { id: string; label: string };

/** A field that a column may be read into, as the field catalog offers it. */
export type TargetField = {
  key: string;
  type: TargetType;
  label: { en: string; ru: string };
  required?: boolean;
  /** Several columns are put together: phones, emails, notes. */
  many?: boolean;
  /** Of a list: what may be chosen. */
  options?: readonly Option[];
};

/** What to do with an option, member or stage the organization does not have. */
export const onUnknown = z.enum(["refuse", "blank", "create"]);
export type OnUnknown = z.infer<typeof onUnknown>;

/** A column and the field it is read into, with a person's choices about what it holds. */
export const columnMapping = z.strictObject({
  column: z.number().int().min(0).max(2000),
  field: z.string().min(1).max(100),
  onUnknown: onUnknown.optional(),
  /** A text of the file -> the id of the option, member, pipeline or stage meant; null leaves it blank. */
  replace: z.record(z.string().max(1000), z.string().max(100).nullable()).optional(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

export const mapping = z.array(columnMapping).min(1).max(2000);
export type Mapping = z.infer<typeof mapping>;
