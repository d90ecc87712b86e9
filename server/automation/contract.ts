import { z } from "zod";
import { type Filter, filterSchema } from "@/server/filter/tree";
import type { FieldType } from "@/server/filter/types";
import { automatedEntities, type Entity } from "@/server/platform/permissions";
import { requiredText } from "@/server/platform/text";
import type { Miss } from "./interpreter/explain";
import type { Fault } from "./interpreter/state";
import { Place } from "./places";
import { type RunMode, runModes, type Timing, timingSchema } from "./robots/timing";

export type { Fault, Miss, RunMode, Timing };
export { Place, runModes, timingSchema };

/** A robot as the editor shows it. */
export type Robot = {
  id: string;
  place: string;
  name: string;
  actionType: string;
  params: Record<string, unknown>;
  condition: Filter | null;
  timing: Timing;
  runMode: RunMode;
  enabled: boolean;
};

/** Robots that one screen shows together: of a pipeline's stages, or of an invoice's statuses. */
export const RobotsOf = z.union([
  z.strictObject({ pipelineId: z.uuid() }),
  z.strictObject({ entity: z.literal("invoice") }),
]);
export type RobotsOf = z.output<typeof RobotsOf>;

export const ListRobots = z.union([z.strictObject({ place: Place }), ...RobotsOf.options]);
export type ListRobots = z.output<typeof ListRobots>;

export const SaveRobot = z.strictObject({
  /** Absent: a new robot, put at the end of its place. */
  id: z.uuid().optional(),
  place: Place,
  name: requiredText(120),
  actionType: z.string().min(1).max(100),
  params: z.record(z.string().max(100), z.json()),
  condition: filterSchema.nullable().default(null),
  timing: timingSchema.default({ kind: "now" }),
  runMode: z.enum(runModes).default("after_previous"),
  enabled: z.boolean().default(true),
});
export type SaveRobot = z.input<typeof SaveRobot>;

export const RobotId = z.strictObject({ robotId: z.uuid() });
export type RobotId = z.output<typeof RobotId>;

/** Every robot of the place, in the order wanted. */
export const ReorderRobots = z.strictObject({ place: Place, robotIds: z.array(z.uuid()).max(200) });
export type ReorderRobots = z.output<typeof ReorderRobots>;

export const RecordRef = z.strictObject({ entity: z.enum(automatedEntities), recordId: z.uuid() });
export type RecordRef = z.output<typeof RecordRef>;

export const RunId = z.strictObject({ runId: z.uuid() });
export type RunId = z.output<typeof RunId>;

export const ActivityRef = z.strictObject({
  runId: z.uuid(),
  block: z.string().min(1).max(100),
  visit: z.number().int().positive(),
});
export type ActivityRef = z.output<typeof ActivityRef>;

/** An action the editor offers; `schema` is the JSON Schema of its parameters, made for the schema form. */
export type ActionInfo = {
  type: string;
  label: { en: string; ru: string };
  hint: { en: string; ru: string };
  icon: string;
  schema: Record<string, unknown>;
};

/** A field that conditions, dates and templates may name. */
export type FieldInfo = {
  /** May lead through a link: `contactId.email`. */
  key: string;
  type: FieldType;
  label: { en: string; ru: string };
  editable: boolean;
  filterable: boolean;
  /** Of a list. */
  choices: { id: string; name: string }[] | null;
  linksTo: Entity | null;
};

export const ListActions = z.strictObject({ entity: z.enum(automatedEntities).optional() }).optional();
export type ListActions = z.output<typeof ListActions>;

/** `working`: ordered, no answer yet. `queued`: its turn has not come. */
export type StepStatus = "ran" | "waiting" | "failed" | "stopped" | "skipped" | "working" | "queued";

/** How one robot fares in a run. */
export type ProcessStep = {
  robotId: string;
  name: string;
  actionType: string;
  status: StepStatus;
  /** When that became so; null while queued. */
  at: Date | null;
  /** Until when it waits; null while it waits for a date to be filled in. */
  dueAt: Date | null;
  /** What it did, in a few words of data: an address, a title. */
  summary: string | null;
  /** Why it failed, or what went wrong before the coming attempt. */
  error: Fault | null;
  /** The clauses that did not hold, with what they saw, when it was skipped. */
  misses: Miss[];
  /** Names a failed action for `retryFailedActivity`; null when there is nothing to retry. */
  retry: ActivityRef | null;
};

export type RunStatus = "running" | "done" | "failed" | "stopped";

/** Why a run was stopped: the record left the stage, is gone, had no free slot, or a person stopped it. */
export const stopReasons = ["stage_left", "record_gone", "process_limit", "by_hand"] as const;
export type StopReason = (typeof stopReasons)[number];

export type RecordProcess = {
  runId: string;
  kind: "robots";
  /** Where the record stood. */
  place: string;
  status: RunStatus;
  stopReason: string | null;
  startedAt: Date;
  endedAt: Date | null;
  steps: ProcessStep[];
};
