import { transaction } from "./database";
import type { Engine } from "./engine";
import { ingest } from "./ingest";
import { jsonBytes, LIMITS } from "./limits";
import { Checkpoint, Events, parseQueueItemId } from "./protocol";
import { settleCheckpoint } from "./settle-call";

const EVENT_PATH = /^\/e\/[^/]+$/;
const CHECKPOINT_PATH = /^\/v1\/checkpoint\/([^/]+)\/async$/;

/**
 * Answers the requests the SDK would send to an Inngest server: events and checkpoints.
 * `ready` is awaited first, so that an event sent at boot finds its functions.
 */
export function createFetch(engine: Engine, ready: () => Promise<void>): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    await ready();
    if (request.method === "POST" && EVENT_PATH.test(pathname)) return receiveEvents(engine, request);
    const runId = CHECKPOINT_PATH.exec(pathname)?.[1];
    if (request.method === "POST" && runId)
      return receiveCheckpoint(engine, decodeURIComponent(runId), request);
    const error = `${request.method} ${pathname} is not supported by the local executor`;
    return Response.json({ error, status: 501 }, { status: 501 });
  };
}

async function receiveEvents(engine: Engine, request: Request): Promise<Response> {
  const parsed = Events.safeParse(await request.json());
  if (!parsed.success) return refuse(400, `Invalid event: ${parsed.error.message}`);
  const events = parsed.data.map(({ id, ts, data, ...rest }) => ({
    ...rest,
    id: id ?? undefined,
    ts: ts ?? undefined,
    data: data ?? {},
  }));
  const reserved = events.find(({ name }) => name.startsWith("inngest/"));
  if (reserved) return refuse(400, `Event name "${reserved.name}" is reserved`);
  if (events.length > LIMITS.eventsPerRequest)
    return refuse(400, `More than ${LIMITS.eventsPerRequest} events`);
  const large = events.find((event) => jsonBytes(event) > LIMITS.eventBytes);
  if (large) return refuse(413, `Event "${large.name}" is larger than ${LIMITS.eventBytes} bytes`);
  const seed = request.headers.get("x-inngest-event-id-seed");
  const ids = await transaction(engine.database, (tx) => ingest(tx, engine, events, seed));
  engine.wake();
  return Response.json({ ids, status: 200 });
}

async function receiveCheckpoint(engine: Engine, runId: string, request: Request): Promise<Response> {
  const parsed = Checkpoint.safeParse(await request.json());
  if (!parsed.success) return refuse(400, `Invalid checkpoint: ${parsed.error.message}`);
  const claim = parseQueueItemId(parsed.data.qi_id);
  const stored = claim !== null && (await settleCheckpoint(engine, runId, claim, parsed.data.steps));
  return stored ? Response.json({ ok: true }) : refuse(409, "Stale dispatch");
}

const refuse = (status: number, error: string) => Response.json({ error, status, ids: [] }, { status });
