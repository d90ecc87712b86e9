import type { Image } from "@/server/crm/records";
import type { CustomChanges } from "@/server/fields";
import type { LossReason } from "@/server/pipelines/contract";
import type { PipelineChoice } from "../values/stages";

/** What an entity's declared fields need to know of the workspace. */
export type Surrounding = {
  pipelines: readonly PipelineChoice[];
  sources: readonly { id: string; name: string }[];
  lossReasons: readonly LossReason[];
  /** The branches of the catalogue, where products are brought. */
  categories: readonly { id: string; name: string }[];
  /** Of list items: the list; null for all other records. */
  listId: string | null;
  /** Reads our own lossless export: ids, instants, minor units. */
  lossless: boolean;
};

/** A row that is to become a record. */
export type Draft = {
  line: number;
  /** Earlier lines of the same record, laid under this one. */
  earlier: readonly number[];
  values: Record<string, unknown>;
  ownerId: string | null;
  custom: CustomChanges;
};

/** A row that changes a record there is. */
export type Revision = Draft & { before: Image };

export type Fault = { field: string | null; code: string };
