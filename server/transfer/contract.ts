import { z } from "zod";
import type { LineContent } from "@/server/crm/line-items/contract";
import { filterSchema } from "@/server/filter/tree";
import { requiredText, text } from "@/server/platform/text";

/** What can be brought in and taken out; each is a file in `targets`. */
export const importable = ["deal", "lead", "contact", "company", "product", "list_item"] as const;
export type Importable = (typeof importable)[number];

/** What can be taken out: invoices are not brought in, since a number is given once. */
export const exportable = [...importable, "invoice"] as const;
export type Exportable = (typeof exportable)[number];

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
  "messengers",
  "tax_id",
  "url",
  "list",
  "multi_list",
  "tags",
  "member",
  "pipeline",
  "stage",
  "external_id",
  /** A record of this workspace: by its id elsewhere, its name, phone, email or tax id; in lossless exports by its id. */
  "link",
  /** An amount in minor units; of lossless exports. */
  "minor",
  /** What a record has besides values, as JSON; of lossless exports. */
  "part",
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
  /** There is no such choice, and a new one would have too long a name. */
  "NAME_TOO_LONG",
  "TOO_MANY_OPTIONS",
  "NO_SUCH_MEMBER",
  "SEVERAL_MEMBERS",
  "NO_SUCH_PIPELINE",
  "NO_SUCH_STAGE",
  "SEVERAL_STAGES",
  "NO_SUCH_RECORD",
  "NEGATIVE_AMOUNT",
  "NO_STAGE",
  "NOT_YOURS",
  "VALUE_REFUSED",
  "LEAD_CONVERTED",
  "LEAD_NOT_CONVERTED",
  "SKU_TAKEN",
  "AMOUNT_FROM_LINES",
  "NOT_A_TAX_RATE",
  "NOT_OUR_JSON",
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

/** How long the name of a choice that an import makes may be, and how many it may make. */
export type NewOptionLimits = { longest: number; most: number };

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
  /** Of a list or a stage: what the import may add to it. */
  newOptions?: NewOptionLimits;
  /** Of a link: the entity it leads to. */
  linksTo?: string;
  /** Of money the organization's own field keeps: what it is counted in. */
  currency?: string;
};

/** Types a column's new field may have. */
export const newFieldTypes = [
  "text",
  "number",
  "money",
  "date",
  "datetime",
  "list",
  "multi_list",
  "checkbox",
  "url",
  "member",
] as const;
export type NewFieldType = (typeof newFieldTypes)[number];

/** What to do with an option, member or stage the organization does not have. */
export const onUnknown = z.enum(["refuse", "blank", "create"]);
export type OnUnknown = z.infer<typeof onUnknown>;

/** A column and the field it is read into, with a person's choices about what it holds. */
export const columnMapping = z.strictObject({
  column: z.number().int().min(0).max(2000),
  field: z.string().min(1).max(100),
  onUnknown: onUnknown.optional(),
  /** The column is read into a field of the organization's own that the import makes; `field` is `new:` and the column. */
  create: z.strictObject({ label: requiredText(100), type: z.enum(newFieldTypes) }).optional(),
  /** A text of the file -> the id of the option, member, pipeline or stage meant; null leaves it blank. */
  replace: z.record(z.string().max(1000), z.string().max(100).nullable()).optional(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

export const mapping = z.array(columnMapping).max(500);
export type Mapping = z.infer<typeof mapping>;

export const importStatuses = [
  "uploaded",
  "checking",
  "mapped",
  "running",
  "done",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** By what a row is known to be a record that is there already. */
export const duplicateKeys = ["externalId", "email", "phone", "taxId", "sku", "name"] as const;
export type DuplicateKey = (typeof duplicateKeys)[number];

export const importOptions = z.strictObject({
  duplicates: z.enum(["create", "skip", "update"]),
  key: z.enum(duplicateKeys),
  robots: z.enum(["muted", "on"]),
  /** Whose records become when the row names nobody; null: nobody's. */
  ownerId: z.uuid().nullable(),
  /** Where deals and leads go whose row names no stage. */
  stageId: z.uuid().nullable(),
});
export type ImportOptions = z.infer<typeof importOptions>;

export const readable = {
  encodings: ["utf-8", "utf-16le", "utf-16be", "windows-1251"],
  delimiters: [";", ",", "\t", "|"],
} as const;

/** How a file is read: guessed first, then as a person chose. */
export type Reading = {
  encoding: (typeof readable.encodings)[number] | null;
  delimiter: (typeof readable.delimiters)[number] | null;
  sheet: string | null;
  sheets: string[];
  header: string[];
  /** The first rows as text, for the screen. */
  sample: string[][];
  /** The system the file was made by, as far as its headers tell. */
  format: string | null;
  /** Made by our own lossless export. */
  lossless: boolean;
};

export const ReadAgain = z.strictObject({
  importId: z.uuid(),
  encoding: z.enum(readable.encodings).optional(),
  delimiter: z.enum(readable.delimiters).optional(),
  sheet: text(200).optional(),
  entity: z.enum(importable).optional(),
  /** Of list items: which list. */
  listId: z.uuid().optional(),
});

export type ImportCounts = {
  rows: number;
  created: number;
  updated: number;
  skipped: number;
  rejected: number;
};
export const noCounts: ImportCounts = { rows: 0, created: 0, updated: 0, skipped: 0, rejected: 0 };

/** A row that is or would be refused, for the screen. */
export type RejectedRow = {
  line: number;
  cells: string[];
  errors: { column: number | null; field: string | null; code: string }[];
};

/** What a trial run over the whole file came to. */
export type ImportCheck = ImportCounts & {
  total: number;
  /** Code of an error -> how many cells or rows. */
  errors: Record<string, number>;
  warnings: Record<string, number>;
  /** Field -> text the workspace has nothing for -> how often. */
  unknown: Record<string, Record<string, number>>;
  /** Field -> choice to be made -> how often. */
  create: Record<string, Record<string, number>>;
  /** The first rows that would be refused. */
  rejectedRows: RejectedRow[];
  styles: [number, { mark: "," | "." | null; order: "dmy" | "mdy"; proven: boolean }][];
};

/** What an import made besides records. */
export type ImportMade = {
  fields: string[];
  stages: string[];
  sources: string[];
  lossReasons: string[];
  /** Branches of the catalogue; absent in imports from before there were any. */
  categories?: string[];
  /** Likewise. */
  tags?: string[];
};

export type ImportFault = { code: string };

/** What became of the rows of a chunk. */
export type BatchLedger = {
  created: Partial<Record<Importable, string[]>>;
  updated: { entity: Importable; id: string; version: number; before: unknown }[];
  /** Ids of another system that updated records were not known by before. */
  keys: string[];
  /** Visits of updated deals and leads to their stages, as they were. */
  visits: Record<string, unknown[]>;
  /** Links made; absent in ledgers from before any were brought. */
  links?: string[];
  /** The lines that updated deals had; likewise. */
  lines?: Record<string, LineContent[]>;
  rejected: { line: number; errors: { column: number | null; field: string | null; code: string }[] }[];
  /** Rows of each outcome. */
  counts: ImportCounts;
  /** After an undo: records that stayed. */
  kept?: KeptRecord[];
};

export type KeptRecord = {
  entity: Importable;
  id: string;
  title: string;
  why: "edited" | "discussed" | "linked" | "taken" | "stage_removed";
};

export const ImportId = z.strictObject({ importId: z.uuid() });
export const MapImport = z.strictObject({
  importId: z.uuid(),
  mapping: mapping.optional(),
  options: importOptions.partial().optional(),
});
export type MapImport = z.output<typeof MapImport>;

/** An import as screens see it. */
export type ImportJob = {
  id: string;
  entity: Importable;
  /** Of list items: the list; null for all other records. */
  listId: string | null;
  fileName: string;
  fileKind: "csv" | "xlsx" | "html" | "jsonl";
  size: number;
  status: ImportStatus;
  reading: Reading;
  mapping: Mapping;
  options: ImportOptions;
  check: Omit<ImportCheck, "styles"> | null;
  counts: ImportCounts;
  fault: ImportFault | null;
  memberName: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  filesRemovedAt: Date | null;
};

/** Who is reached by phones, emails and the like. */
export const reachedEntities: readonly Exportable[] = ["lead", "contact", "company"];

/** Columns that an export for people has besides fields: all ways to reach somebody that the fields do not show. */
export const pointColumns = [
  { key: "phones", kind: "phone", label: { en: "Other phones", ru: "Другие телефоны" } },
  { key: "emails", kind: "email", label: { en: "Other emails", ru: "Другие адреса почты" } },
  { key: "messengers", kind: "messenger", label: { en: "Messengers", ru: "Мессенджеры" } },
  { key: "addresses", kind: "address", label: { en: "Addresses", ru: "Адреса" } },
  { key: "sites", kind: "site", label: { en: "Other sites", ru: "Другие сайты" } },
  { key: "taxIds", kind: "tax_id", label: { en: "Tax ID", ru: "ИНН" } },
] as const;

export const exportFormats = ["csv", "xlsx", "lossless_csv", "lossless_jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const ExportRecords = z.strictObject({
  entity: z.enum(exportable),
  /** Of list items: which list. */
  listId: z.uuid().optional(),
  format: z.enum(exportFormats),
  filter: filterSchema.optional(),
  search: text(200).optional(),
  /** Keys of the fields wanted, in order; absent: all. */
  columns: z.array(z.string().max(60)).max(200).optional(),
  sort: z
    .strictObject({ field: z.string().min(1).max(60), direction: z.enum(["asc", "desc"]) })
    .default({ field: "createdAt", direction: "desc" }),
});
export type ExportRecords = z.output<typeof ExportRecords>;
