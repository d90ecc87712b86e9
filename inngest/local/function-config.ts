import { z } from "zod";
import { durationMs } from "./duration";
import { parse } from "./expression";

/** Options of Inngest this executor does not carry out; a function that uses one is refused at sync. */
const UNSUPPORTED = ["batchEvents", "priority"] as const;

const expression = z.string().refine(isExpression, "not a CEL expression");
const duration = z.string().transform((text) => durationMs(text));
const keyed = { key: expression.optional() };

const Concurrency = z.object({
  ...keyed,
  limit: z.number().int().nonnegative(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});
const EventTrigger = z.object({ event: z.string().min(1), expression: expression.nullish() });
const CronTrigger = z.object({ cron: z.string().min(1), jitter: duration.optional() });

const Config = z.object({
  id: z.string().min(1),
  name: z.string(),
  triggers: z.array(z.union([CronTrigger, EventTrigger])),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number().optional() }).optional() }) }),
  idempotency: expression.optional(),
  concurrency: z.union([z.number(), Concurrency, z.array(Concurrency)]).optional(),
  rateLimit: z.object({ ...keyed, limit: z.number().int().positive(), period: duration }).optional(),
  throttle: z
    .object({
      ...keyed,
      limit: z.number().int().positive(),
      period: duration,
      burst: z.number().int().optional(),
    })
    .optional(),
  debounce: z.object({ ...keyed, period: duration, timeout: duration.optional() }).optional(),
  singleton: z.object({ ...keyed, mode: z.enum(["skip", "cancel"]) }).optional(),
  timeouts: z.object({ start: duration.optional(), finish: duration.optional() }).optional(),
  cancel: z
    .array(z.object({ event: z.string(), if: expression.optional(), timeout: z.string().optional() }))
    .default([]),
});

const DEFAULT_RETRIES = 3;
const IDEMPOTENCY_MS = 24 * 60 * 60 * 1000;

/** What the executor needs to know of a function; durations in milliseconds. */
export type FunctionConfig = ReturnType<typeof readFunctionConfig>;

/** Reads one function of the SDK's sync response. @throws naming the function and the option it must not use */
export function readFunctionConfig(raw: unknown) {
  const { id, ...options } = z.looseObject({ id: z.string() }).parse(raw);
  const refused = UNSUPPORTED.filter((option) => options[option] !== undefined);
  if (refused.length > 0)
    throw new Error(`Function "${id}" uses ${refused.join(", ")}, which the local executor does not support`);
  const parsed = Config.safeParse(raw);
  if (!parsed.success) throw new Error(`Function "${id}" cannot be read: ${z.prettifyError(parsed.error)}`);
  const { steps, concurrency, idempotency, ...config } = parsed.data;
  return {
    ...config,
    maxAttempts: (steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1,
    concurrency: concurrencyList(concurrency),
    rateLimit: idempotency ? { key: idempotency, limit: 1, period: IDEMPOTENCY_MS } : config.rateLimit,
  };
}

function concurrencyList(option: z.infer<typeof Config>["concurrency"]): z.infer<typeof Concurrency>[] {
  if (option === undefined) return [];
  if (typeof option === "number") return option > 0 ? [{ limit: option, scope: "fn" }] : [];
  return (Array.isArray(option) ? option : [option]).filter(({ limit }) => limit > 0);
}

function isExpression(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
