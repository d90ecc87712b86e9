import { z } from "zod";
import { narrowing } from "@/server/crm/records/contract";
import { type Entity, entities } from "@/server/platform/permissions";

export const bulkStates = ["running", "done", "cancelled", "undoing", "undone", "failed"] as const;
export type BulkState = (typeof bulkStates)[number];

/** So many are changed before the call answers; more go on behind it. */
export const mostAtOnce = 200;
/** The largest job. */
export const mostInAll = 50_000;

/** A change of many records at once, as its screen shows it. */
export type BulkJob = {
  id: string;
  entity: Entity;
  action: string;
  state: BulkState;
  total: number;
  /** Changed, and refused: by permissions, by a rule, or because the record was gone. */
  done: number;
  refused: number;
  /** Of those changed: given back what they held, and left alone since somebody changed them in the meantime. */
  undone: number;
  kept: number;
};

/** A record that a job left as it was, and why: a refusal's code with what its text needs. */
export type RefusedRecord = {
  id: string;
  entity: Entity;
  title: string;
  code: string;
  data: Record<string, string | number>;
};

/** Records named one by one, or all that a list shows. */
const target = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(2_000) }),
  z.strictObject({ all: z.strictObject(narrowing) }),
]);

export const StartBulk = z.strictObject({
  entity: z.enum(entities),
  target,
  action: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("update"), changes: z.record(z.string().max(60), z.unknown()) }),
    z.strictObject({ type: z.literal("move"), stageId: z.uuid(), lossReasonId: z.uuid().nullish() }),
    z.strictObject({ type: z.enum(["addTags", "removeTags"]), tagIds: z.array(z.uuid()).min(1).max(100) }),
    z.strictObject({ type: z.literal("trash") }),
  ]),
});
export type StartBulk = z.input<typeof StartBulk>;
export type BulkTarget = z.output<typeof target>;

export const BulkId = z.strictObject({ jobId: z.uuid() });
export type BulkId = z.output<typeof BulkId>;
