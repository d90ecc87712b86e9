/** One line of the executor, broken on purpose, and the test that must notice. */
export interface Mutation {
  file: string;
  line: string;
  broken: string;
  /** Part of the titles of the cases, or of the tests of `suite`, that must turn red. */
  test: string;
  suite?: string;
}

const of =
  (file: string) =>
  (line: string, broken: string, test: string, suite?: string): Mutation => ({
    file,
    line,
    broken,
    test,
    ...(suite && { suite }),
  });

const EXECUTOR = "inngest/local/executor.test.ts";
const RULES = "inngest/local/rules.test.ts";
const LEASES = "inngest/local/leases.test.ts";

const backoff = of("backoff.ts");
const callFunction = of("call-function.ts");
const config = of("function-config.ts");
const cron = of("cron.ts");
const duration = of("duration.ts");
const endRun = of("end-run.ts");
const expression = of("expression.ts");
const rules = of("expression-rules.ts");
const flow = of("flow-control.ts");
const ingest = of("ingest.ts");
const limits = of("limits.ts");
const listeners = of("listeners.ts");
const operations = of("operations.ts");
const queue = of("queue.ts");
const retention = of("retention.ts");
const runJob = of("run-job.ts");
const schema = of("schema.sql");
const settle = of("settle-call.ts");
const startRun = of("start-run.ts");
const steps = of("steps.ts");
const timers = of("timers.ts");

/** Every feature's line, feature by feature. */
export const mutations: Mutation[] = [
  // Retries
  backoff("[15, 30, 60,", "[1, 30, 60,", "four attempts by default"),
  backoff("[15, 30, 60,", "[15, 90, 60,", "four attempts by default"),
  config("DEFAULT_RETRIES = 3", "DEFAULT_RETRIES = 2", "four attempts by default"),
  settle(
    "job.attempt + 1 >= maxAttempts",
    "job.attempt + 1 > maxAttempts",
    "gives up, after the attempts",
    EXECUTOR,
  ),
  callFunction("return { afterMs: Number(after) * 1000 }", 'return "backoff"', "RetryAfterError"),
  callFunction('return "never";', 'return "backoff";', "NonRetriableError"),
  callFunction(
    '{ type: "error", error: step.error }',
    '{ type: "data", data: null }',
    "a step out of retries rejects",
  ),
  endRun("names.unshift(`inngest/function.${ending.status}`)", 'names.unshift("inngest/over")', "onFailure"),
  endRun(
    "names.unshift(`inngest/function.${ending.status}`)",
    'names.unshift("inngest/function.failed")',
    "another's cancellation",
  ),
  // Sleep
  operations('instantOf(op.name ?? "", await', 'instantOf("1s", await', "sleep lasts as long"),
  duration("new Date(text) : new", "new Date(now) : new", "sleepUntil lasts until"),
  duration("w: 604_800_000", "w: 600_000_000", "sleep lasts up to a year"),
  timers("resumeStep(tx, run, stepId, rows", "resumeStep(tx, run, `x${stepId}`, rows", "sleep lasts as long"),
  // Waiting for events
  listeners("? null : matchKey(own, value)", '? null : matchKey(own, "x")', "waitForEvent with match"),
  ingest(
    "holds(expression, { event: run.event, async: event })",
    "holds(null, { event })",
    "waitForEvent with if",
  ),
  ingest("step_id, { data: event }", "step_id, { data: null }", "waitForEvent with match"),
  operations('await queueTimer(tx, run, "wake", expiresAt, op.id);', "", "waitForEvent gives null"),
  // Cancellation
  ingest("await cancelRun(tx, engine, run.id);", "continue;", "cancelOn stops the matching run"),
  listeners("timeout ? instantOf(timeout, now) : null", "null", "cancelOn with a timeout"),
  listeners("if: expression, timeout", "if: _ignored, expression = null, timeout", "cancelOn with if"),
  // Events and triggers
  ingest("if (repeated) continue;", "", "same id starts nothing"),
  schema("where not sent.again", "where true", "same id starts nothing"),
  ingest("await wakeListeners(tx", "if (!repeated) await wakeListeners(tx", "same id still wakes"),
  schema("- interval '24 hours'", "- interval '22 hours'", "an event id is forgotten"),
  schema("- interval '24 hours'", "- interval '72 hours'", "an event id is forgotten"),
  ingest(
    "seed ? seededId(seed, index) : uuid()",
    "uuid()",
    "stores the events of a request sent twice once",
    EXECUTOR,
  ),
  ingest("holds(trigger.expression, { event })", "holds(null, { event })", "a trigger's if decides"),
  expression("if (!path) throw error;", "throw error;", "a missing key is null"),
  config("24 * 60 * 60 * 1000", "22 * 60 * 60 * 1000", "idempotency lasts 24 hours"),
  config("24 * 60 * 60 * 1000", "48 * 60 * 60 * 1000", "idempotency lasts 24 hours"),
  // Invocation
  endRun("{ data: ending.output }", "{ data: null }", "invoke returns"),
  endRun(
    "{ error: ending.error });\n  await tellOthers",
    "{ data: null });\n  await tellOthers",
    "invoke rejects when",
  ),
  timers("? INVOKE_TIMEOUT :", "? { data: null } :", "invoke rejects at its timeout"),
  operations("options.payload?.data ?? {}", "{}", "an invoked function sees"),
  // Parallel steps
  steps("status = 'pending' and not $2", "status = 'pending' and $2", "parallel steps"),
  steps("[run.id, race],", "[run.id, false],", "a race goes on"),
  operations(
    "if (await plan(tx, run, step)) await queueCall(tx, run, op.id);",
    "await plan(tx, run, step);",
    "parallel steps",
  ),
  // Flow control
  flow("return rowCount === 0;", "return false;", "rateLimit skips"),
  flow("Math.floor(limit / 10) * interval", "0", "rateLimit spaces"),
  flow(
    "config.throttle.limit + (config.throttle.burst ?? 0)",
    "1 + (config.throttle.burst ?? 0)",
    "limit and a burst",
  ),
  flow("limitedKeyOf(config.rateLimit.key, scope)", 'keyOf("", scope)', "rateLimit skips"),
  expression(
    "value === false || value instanceof Missing ? null",
    "value === false ? null",
    "without a value",
  ),
  rules("() => compare(-1, 0)", "() => compare(0, 0)", "expressions hold"),
  rules("compare(zero, right)", "false", "expressions hold"),
  flow("arrives.getTime() - atOnce * interval", "now.getTime()", "throttle delays starts"),
  flow("(config.throttle.burst ?? 0)", "0", "limit and a burst"),
  flow("keyOf(config.throttle.key, scope)", 'keyOf("", scope)', "throttle counts every key"),
  flow("least($3, r.debounce_until)", "$3", "waits no longer than its timeout"),
  flow("keyOf(config.debounce?.key, scope)", 'keyOf("", scope)', "debounce counts every key"),
  startRun("debounced?.period ?? 0", "0", "debounce runs once"),
  flow(
    'config.singleton?.mode === "skip") return false',
    'config.singleton?.mode === "skip") return true',
    "singleton in mode skip",
  ),
  flow("for (const { id } of rows) await cancelRun(tx, engine, id);", "", "singleton in mode cancel"),
  runJob("[run.id, limit ?? null]", "[run.id, null]", "timeouts.finish"),
  startRun(
    "if (config.timeouts?.start)",
    "if (config.timeouts?.finish && config.timeouts.start)",
    "timeouts.start",
  ),
  startRun("limits.map(({ limit }) => limit)", "limits.map(({ limit }) => limit + 1)", "concurrency"),
  // Fairness
  startRun("organizationId ?? limits", "limits", "flood does not keep another waiting", LEASES),
  schema("+ coalesce(running.here, 0) <= most", "<= wanted", "leaves slots to others", LEASES),
  startRun(
    '!key || key === "event.data.organizationId"',
    "!key && false",
    "looks past what its limits",
    LEASES,
  ),
  of("pace.ts")("slots - Math.floor(slots * SHARE_FOR_OTHERS)", "slots", "leaves slots to others", LEASES),
  // Many at once
  schema(
    "as c (id bigint, fence bigint) using (id, fence)",
    "as c (id bigint, fence bigint) using (id)",
    "paused past its lease",
    LEASES,
  ),
  of("gathering.ts")(
    "if (batch.has(key)) later.push(waiting);\n      else ",
    "",
    "gathers what is asked for",
    RULES,
  ),
  of("plain-outcome.ts")("filter(({ claim }) => stored.has(claim.id))", "", "stored one by one", LEASES),
  // Schedules
  cron("{ timezone }", "{}", "schedules follow their zone", RULES),
  cron('"inngest/scheduled.timer"', '"inngest/cron"', "cron starts a function"),
  cron(
    "nextOccurrence(expression, now),\n    ]);",
    "new Date(now.getTime() + 1),\n    ]);",
    "makes up a missed schedule once",
    EXECUTOR,
  ),
  // Limits, refusals, retention
  limits("eventBytes: 256 * KIB", "eventBytes: 2560 * KIB", "refuses events that are too large", EXECUTOR),
  limits(
    "eventsPerRequest: 5_000",
    "eventsPerRequest: 50_000",
    "refuses events that are too large",
    EXECUTOR,
  ),
  limits("stepBytes: 4 * MIB", "stepBytes: 40 * MIB", "fails a run that keeps too much", EXECUTOR),
  limits("stateBytes: 32 * MIB", "stateBytes: 320 * MIB", "fails a run that keeps too much", EXECUTOR),
  limits("steps: 1_000", "steps: 10_000", "fails a run that keeps too much", EXECUTOR),
  config('["batchEvents", "priority"]', '["batchEvents"]', "at sync, naming the function", EXECUTOR),
  config('["batchEvents", "priority"]', '["priority"]', "at sync, naming the function", EXECUTOR),
  retention("where ended_at <", "where created_at <", "forgets ended runs", EXECUTOR),
  // Leases
  queue(
    "where id = $1 and fence = $2 and",
    "where id = $1 and $2::bigint > 0 and",
    "paused past its lease",
    LEASES,
  ),
  schema(
    "where lease_until < instant for",
    "where lease_until < instant - interval '1 hour' for",
    "a killed process loses nothing",
    LEASES,
  ),
  of("worker.ts")(
    "await returnLeases(this.#engine.database, this.#held.keys());",
    "",
    "returns the leases",
    LEASES,
  ),
  of("worker.ts")(
    "await withinGrace(Promise.all(this.#held.values()), graceMs);",
    "",
    "waits for what runs",
    LEASES,
  ),
  runJob("job.losses <= MAX_LOSSES", "job.losses <= 1_000", "is given up", LEASES),
];
