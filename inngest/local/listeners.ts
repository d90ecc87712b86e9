import type { Queryable } from "./database";
import { instantOf } from "./duration";
import type { EventPayload, RunRow } from "./engine";
import type { FunctionConfig } from "./function-config";
import { digest } from "./identifiers";

export interface Listening {
  stepId: string | null;
  eventName: string;
  expression: string | null;
  expiresAt: Date | null;
}

/** The form `match: "data.id"` takes: one path, equal in both events. */
const PLAIN_MATCH = /^event\.([\w.]+) == async\.([\w.]+)$/;
/** How deep an event's data is indexed for plain matches. */
const MATCH_DEPTH = 6;

/** Registers what a run waits for, or, without a step, what cancels it. */
export async function listen(
  tx: Queryable,
  run: Pick<RunRow, "id" | "event">,
  listening: Listening,
): Promise<void> {
  await tx.query(
    `insert into inngest_local.listener (run_id, step_id, event_name, expression, match_key, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      run.id,
      listening.stepId,
      listening.eventName,
      listening.expression,
      plainMatchKey(listening.expression, run.event),
      listening.expiresAt,
    ],
  );
}

/** Registers a function's `cancelOn`. */
export async function listenForCancel(
  tx: Queryable,
  run: Pick<RunRow, "id" | "event">,
  config: FunctionConfig,
  now: Date,
): Promise<void> {
  for (const { event, if: expression, timeout } of config.cancel) {
    const expiresAt = timeout ? instantOf(timeout, now) : null;
    await listen(tx, run, { stepId: null, eventName: event, expression: expression ?? null, expiresAt });
  }
}

/** Digests of every "path=value" in an event, among which are the match keys of those who wait for it. */
export function matchKeys(event: EventPayload): string[] {
  const keys: string[] = [];
  collect(event, "", 0, keys);
  return keys;
}

function collect(value: unknown, path: string, depth: number, keys: string[]): void {
  if (typeof value !== "object" || value === null) {
    keys.push(matchKey(path, value));
  } else if (!Array.isArray(value) && depth < MATCH_DEPTH) {
    for (const [key, inner] of Object.entries(value))
      collect(inner, path ? `${path}.${key}` : key, depth + 1, keys);
  }
}

/** Null when the expression is not a plain match on a scalar, and has to be evaluated for every event. */
function plainMatchKey(expression: string | null, event: EventPayload): string | null {
  const [, own, other] = PLAIN_MATCH.exec(expression ?? "") ?? [];
  if (!own || own !== other || own.split(".").length > MATCH_DEPTH) return null;
  const value = own.split(".").reduce<unknown>(read, event);
  return value === null || typeof value === "object" ? null : matchKey(own, value);
}

function read(from: unknown, key: string): unknown {
  if (typeof from !== "object" || from === null || !Object.hasOwn(from, key)) return null;
  return Reflect.get(from, key);
}

const matchKey = (path: string, value: unknown) => digest(`${path}=${JSON.stringify(value)}`);
