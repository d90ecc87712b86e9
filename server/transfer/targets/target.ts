import type { Image } from "@/server/crm/records";
import type { DuplicateKey, Importable, ImportOptions, TargetField } from "../contract";
import type { Batch } from "../run/batch";
import type { Draft, Fault, Revision, Surrounding } from "./draft";

/** A kind of record that can be imported: one file each, and a line in `index.ts`. */
export type Target = {
  entity: Importable;
  /** The keys by which rows are known to be records that are there. */
  keys: readonly DuplicateKey[];
  /** What columns can be read into, besides the organization's own fields. */
  fields(around: Surrounding): TargetField[];
  /** What is wrong with a row that the cells alone do not show. */
  fault(values: Record<string, unknown>, options: ImportOptions, around: Surrounding): Fault | null;
  /** What the record will be called. */
  name(values: Record<string, unknown>): string;
  /** The records there are by the names they are known by, in lower case. */
  byNames(batch: Batch, names: readonly string[]): Promise<Map<string, string>>;
  /** The same by article numbers, where records have them. */
  bySkus?(batch: Batch, skus: readonly string[]): Promise<Map<string, string>>;
  /** Why a record there is cannot become what the row says. */
  misfit?(values: Record<string, unknown>, before: Image, around: Surrounding): Fault | null;
  /** Rows that cannot stand beside each other or beside what is there, by their lines. */
  conflicts?(batch: Batch, drafts: readonly (Draft | Revision)[]): Promise<Map<number, Fault>>;
  create(batch: Batch, drafts: readonly Draft[]): Promise<string[]>;
  update(batch: Batch, revisions: readonly Revision[]): Promise<void>;
};
