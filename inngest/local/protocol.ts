import { z } from "zod";

/** One operation the SDK asks for or reports. */
export const Op = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  /** When a step that ran began and how long it took, in nanoseconds of this process's clock. */
  timing: z.object({ a: z.number(), b: z.number() }).nullish().catch(null),
});
export type Op = z.infer<typeof Op>;

export const WaitOptions = z.object({ timeout: z.string(), if: z.string().nullish() });
export const InvokeOptions = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).optional() }).optional(),
  timeout: z.string().optional(),
});

/** Body of a checkpoint call. */
export const Checkpoint = z.object({ qi_id: z.string(), steps: z.array(Op) });

/** Body of an event request: one or many. */
const text = z.string().min(1).refine(isStorable, "holds U+0000");
const Event = z.looseObject({
  id: text.max(500).nullish(),
  // https://www.inngest.com/docs/usage-limits/inngest
  name: text.max(256),
  data: z.record(z.string(), z.unknown()).nullish(),
  /** From 1980 to 2100, as Inngest's server demands. */
  ts: z.number().int().min(Date.UTC(1980)).max(Date.UTC(2100)).nullish(),
});
export const Events = z.union([z.array(Event), Event.transform((event) => [event])]);

/** Whether Postgres can store a text: it refuses U+0000. */
export function isStorable(value: string): boolean {
  return !value.includes("\0");
}

/** Answer to an in-band sync. */
export const SyncResponse = z.object({ functions: z.array(z.unknown()) });

/** Identifies a claim of a job to the SDK, which hands it back with checkpoints. */
export const queueItemId = (job: { id: string; fence: string }) => `${job.id}.${job.fence}`;

/** The claim a queue item id stands for; null when it is not one of ours. */
export function parseQueueItemId(text: string): { id: string; fence: string } | null {
  const [, id, fence] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  return id && fence ? { id, fence } : null;
}
