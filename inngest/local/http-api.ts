import type { Engine } from "./engine";
import { receive } from "./ingest";
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
    const { method, url, headers, body } = await read(input, init);
    const { pathname } = new URL(url);
    await ready();
    if (method === "POST" && EVENT_PATH.test(pathname)) return receiveEvents(engine, headers, body);
    const runId = CHECKPOINT_PATH.exec(pathname)?.[1];
    if (method === "POST" && runId) return receiveCheckpoint(engine, decodeURIComponent(runId), body);
    const error = `${method} ${pathname} is not supported by the local executor`;
    return Response.json({ error, status: 501 }, { status: 501 });
  };
}

/** What a request says. The SDK sends text, which need not become a stream to be read. */
async function read(...[input, init]: Parameters<typeof fetch>) {
  const { method = "GET", body } = init ?? {};
  if (!(input instanceof Request) && typeof body === "string")
    return { method, url: String(input), headers: new Headers(init?.headers), body };
  const request = new Request(input, init);
  return { method: request.method, url: request.url, headers: request.headers, body: await request.text() };
}

async function receiveEvents(engine: Engine, headers: Headers, body: string): Promise<Response> {
  const parsed = Events.safeParse(JSON.parse(body));
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
  const seed = headers.get("x-inngest-event-id-seed");
  const ids = await receive(engine, events, seed);
  engine.wake();
  return Response.json({ ids, status: 200 });
}

async function receiveCheckpoint(engine: Engine, runId: string, body: string): Promise<Response> {
  const parsed = Checkpoint.safeParse(JSON.parse(body));
  if (!parsed.success) return refuse(400, `Invalid checkpoint: ${parsed.error.message}`);
  const claim = parseQueueItemId(parsed.data.qi_id);
  const stored = claim !== null && (await settleCheckpoint(engine, runId, claim, parsed.data.steps));
  return stored ? Response.json({ ok: true }) : refuse(409, "Stale dispatch");
}

const refuse = (status: number, error: string) => Response.json({ error, status, ids: [] }, { status });
