import { z } from "zod";
import { stageColours } from "@/server/platform/palette";
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

export type Pipeline = { id: string; name: string; stages: Stage[] };

export type LossReason = { id: string; name: string; class: "real" | "technical" };
export type Source = { id: string; name: string };

const stageFields = {
  name: requiredText(80),
  colour: z.enum(stageColours),
  outcome: z.enum(["open", "won", "lost"]),
  /** Keys of the deal's fields, the organization's own among them. */
  requiredFields: z
    .array(
      z.union([
        z.enum(["amountMinor", "contactId", "companyId", "ownerId", "sourceId", "closesAt"]),
        z.string().regex(/^c_[a-z0-9_]{1,40}$/),
      ]),
    )
    .max(20),
};

export const CreatePipeline = z.strictObject({ name: requiredText(80) });
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
  name: requiredText(120),
  class: z.enum(["real", "technical"]),
});
export type SaveLossReason = z.output<typeof SaveLossReason>;
export const LossReasonId = z.strictObject({ id: z.uuid() });
