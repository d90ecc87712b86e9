import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import pg from "pg";
import { z } from "zod";
import { createLocalExecutor, type LocalExecutor } from "../index";
import { quietLogger } from "../testing";
import { outcomeOf } from "./engines";

const Registration = z.object({
  functions: z.array(
    z.looseObject({
      id: z.string(),
      steps: z.looseObject({ step: z.looseObject({ runtime: z.looseObject({ url: z.url() }) }) }),
    }),
  ),
});
type Functions = z.infer<typeof Registration>["functions"];

export interface Front {
  url: string;
  executor: LocalExecutor;
  /** How often functions registered, were called with a signature, and reported steps by checkpoint. */
  seen: { registrations: number; calls: number; checkpoints: number };
  close: () => Promise<void>;
}

/**
 * Our executor behind the HTTP interface of an Inngest server: event API, signed registration, signed calls of functions
 * over HTTP, checkpoints, and the runs of an event. It shows that the suite's way to a server works; not how Inngest's does.
 */
export async function startFront(
  databaseUrl: string,
  keys: { event: string; signing: string },
): Promise<Front> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  pool.on("error", () => {});
  const seen = { registrations: 0, calls: 0, checkpoints: 0 };
  let functions: Functions = [];

  const executor = createLocalExecutor({ pool, handler: callOverHttp, logger: quietLogger, pollMs: 100 });
  const server = createServer((request, response) => {
    answer(request).then(
      async (answered) => {
        response.writeHead(answered.status, Object.fromEntries(answered.headers));
        response.end(await answered.text());
      },
      (error: unknown) => response.writeHead(500).end(JSON.stringify({ error: String(error) })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  /** What the executor would ask the app in-process: its functions are known, everything else goes over the wire. */
  async function callOverHttp(request: Request): Promise<Response> {
    if (request.method === "PUT") return Response.json({ functions });
    const query = new URL(request.url).searchParams;
    const called = functions.find(({ id }) => id === query.get("fnId"));
    if (!called) throw new Error(`No function ${query.get("fnId")} was registered`);
    const url = new URL(called.steps.step.runtime.url);
    url.searchParams.set("stepId", query.get("stepId") ?? "step");
    const body = canonical(await request.json());
    seen.calls++;
    const headers = new Headers(request.headers);
    headers.set("x-inngest-signature", signature(body, keys.signing));
    headers.delete("host");
    const response = await fetch(url, { method: "POST", headers, body });
    const answered = await response.text();
    assertSigned(answered, response.headers.get("x-inngest-signature"), keys.signing);
    return new Response(answered, { status: response.status, headers: response.headers });
  }

  async function answer(request: IncomingMessage): Promise<Response> {
    const url = new URL(request.url ?? "/", "http://front");
    const route = `${request.method} ${url.pathname}`;
    const body = await text(request);
    const bearer = request.headers.authorization;
    if (route === `POST /e/${keys.event}`) return forward(url, request, body);
    if (bearer !== `Bearer ${keys.signing}` && bearer !== `Bearer ${hashed(keys.signing)}`)
      return Response.json({ error: "Unauthorized" }, { status: 401 });
    if (route === "POST /fn/register") return register(body);
    const eventId = /^GET \/v1\/events\/([^/]+)\/runs$/.exec(route)?.[1];
    if (eventId) return Response.json({ data: await runsOf(eventId) });
    if (route.startsWith("POST /v1/checkpoint/")) seen.checkpoints++;
    return forward(url, request, body);
  }

  async function register(body: string): Promise<Response> {
    functions = Registration.parse(JSON.parse(body)).functions;
    seen.registrations++;
    await executor.sync();
    return Response.json({ ok: true, status: 200, modified: true });
  }

  async function runsOf(eventId: string) {
    const runs = await executor.runs.list({ eventId });
    return runs.map((run) => ({ run_id: run.id, function_id: run.functionId, status: outcomeOf(run) }));
  }

  function forward(url: URL, request: IncomingMessage, body: string): Promise<Response> {
    const seed = request.headers["x-inngest-event-id-seed"];
    const headers = typeof seed === "string" ? { "x-inngest-event-id-seed": seed } : undefined;
    return executor.fetch(url, { method: request.method ?? "POST", body, ...(headers && { headers }) });
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    executor,
    seen,
    close: async () => {
      await executor.stop({ graceMs: 0 });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

const secretOf = (signingKey: string) => signingKey.replace(/^signkey-\w+-/, "");

/** How the SDK names its signing key without giving it away. */
function hashed(signingKey: string): string {
  const secret = secretOf(signingKey);
  const prefix = signingKey.slice(0, signingKey.length - secret.length);
  return prefix + createHash("sha256").update(Buffer.from(secret, "hex")).digest("hex");
}

function signature(body: string, signingKey: string, at = Math.round(Date.now() / 1000)): string {
  const sum = createHmac("sha256", secretOf(signingKey)).update(`${body}${at}`).digest("hex");
  return `t=${at}&s=${sum}`;
}

function assertSigned(body: string, given: string | null, signingKey: string): void {
  const at = Number(new URLSearchParams(given ?? "").get("t"));
  if (given !== signature(body, signingKey, at)) throw new Error("The app's answer is not signed by its key");
}

/** JSON in the one form that is signed: RFC 8785. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
