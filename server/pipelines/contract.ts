import { z } from "zod";
import { stageColours } from "@/server/platform/palette";
import { type StagedEntity, stagedEntities } from "@/server/platform/permissions";
import { requiredText } from "@/server/platform/text";

export type Stage = {
  id: string;
  pipelineId: string;
  name: string;
  colour: string;
  position: string;
  outcome: "open" | "won" | "lost";
  requiredFields: string[];
};

/** A stage with the kind of record that stands on it. */
export type LiveStage = Stage & { entity: StagedEntity };

export type Pipeline = { id: string; entity: StagedEntity; name: string; stages: Stage[] };

/** What an enquiry turned out to be: only real ones count. */
export const leadKinds = ["real", "duplicate", "test", "spam"] as const;
export type LeadKind = (typeof leadKinds)[number];
export const noiseKinds = ["duplicate", "test", "spam"] as const;
export type NoiseKind = (typeof noiseKinds)[number];

export type LossReason = {
  id: string;
  name: string;
  class: "real" | "technical";
  /** What a lead closed for it turns out to be; null where that follows from the class. */
  leadKind: NoiseKind | null;
};
/** Null: it is offered. */
export type ListedLossReason = LossReason & { archivedAt: Date | null };
export type Source = { id: string; name: string };

/** Built-in fields a stage may require before a record enters it. */
export const requirableFields = {
  deal: ["amountMinor", "contactId", "companyId", "ownerId", "sourceId", "closesAt"],
  lead: ["name", "phone", "email", "companyName", "ownerId", "sourceId", "amountMinor"],
} as const satisfies Record<StagedEntity, readonly string[]>;
type Requirable = (typeof requirableFields)[StagedEntity][number];

/** How long the names may be. */
export const longestNames = { stage: 80, source: 120, lossReason: 120 } as const;

const stageFields = {
  name: requiredText(longestNames.stage),
  colour: z.enum(stageColours),
  outcome: z.enum(["open", "won", "lost"]),
  /** Keys of the record's fields, the organization's own among them. */
  requiredFields: z
    .array(
      z.union([
        z.enum([...new Set<Requirable>(Object.values(requirableFields).flat())]),
        z.string().regex(/^c_[a-z0-9_]{1,40}$/),
      ]),
    )
    .max(20),
};

export const ListPipelines = z.strictObject({ entity: z.enum(stagedEntities).optional() }).optional();
export type ListPipelines = z.output<typeof ListPipelines>;

export const CreatePipeline = z.strictObject({
  name: requiredText(80),
  entity: z.enum(stagedEntities).default("deal"),
});
export const RenamePipeline = z.strictObject({ pipelineId: z.uuid(), name: requiredText(80) });
export const PipelineId = z.strictObject({ pipelineId: z.uuid() });

export const CreateStage = z.strictObject({
  pipelineId: z.uuid(),
  ...stageFields,
  requiredFields: stageFields.requiredFields.default([]),
  /** The stage it stands after; null for the first place. */
  afterId: z.uuid().nullable(),
});
export type CreateStage = z.output<typeof CreateStage>;

export const UpdateStage = z.strictObject({
  stageId: z.uuid(),
  changes: z.strictObject(stageFields).partial(),
});
export type UpdateStage = z.output<typeof UpdateStage>;

export const MoveStage = z.strictObject({ stageId: z.uuid(), afterId: z.uuid().nullable() });
export const StageId = z.strictObject({ stageId: z.uuid() });
export type StageId = z.output<typeof StageId>;

export const SaveLossReason = z.strictObject({
  id: z.uuid().optional(),
  name: requiredText(longestNames.lossReason),
  class: z.enum(["real", "technical"]),
  leadKind: z.enum(noiseKinds).nullish(),
});
export type SaveLossReason = z.output<typeof SaveLossReason>;
export const ListLossReasons = z.strictObject({ archived: z.boolean() }).partial();
export type ListLossReasons = z.output<typeof ListLossReasons>;
export const LossReasonId = z.strictObject({ id: z.uuid() });
