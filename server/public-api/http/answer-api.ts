import { z } from "zod";
import { AppError, type Context, log, newId } from "@/server/platform";
import type { ApiOperation, Input } from "../define-operation";
import { type Opened, openApiKey, type Rate } from "../keys/open-api-key";
import { apiOperations } from "../operations";
import { hasScope } from "../scopes";
import { type Matched, matchOperation } from "./match-operation";
import { type Answer, answerOnce } from "./once";
import { languageOf, problemResponse } from "./problem";
import { isStorable, parseJson, readText } from "./read-body";
import { reviveDates } from "./revive-dates";

/** Answers one request to `/api/v1`; `path` is what follows, in parts. Never throws. */
export async function answerApi(request: Request, path: readonly string[]): Promise<Response> {
  const requestId = newId();
  const began = performance.now();
  const asked = languageOf(request.headers);
  let opened: Opened | null = null;
  let response: Response;
  try {
    const matched = matchOperation(apiOperations, request.method, path);
    opened = await openApiKey(bearer(request.headers), { language: asked, requestId });
    if (opened.rate.isOver) throw new AppError("TOO_MANY");
    response = await perform(request, matched, opened);
  } catch (error) {
    const language = asked ?? opened?.ctx.language ?? "en";
    response = problemResponse(error, { language, requestId });
    if (response.status >= 500) log.error({ err: error, requestId, path: path.join("/") }, "api call failed");
  }
  for (const [name, value] of Object.entries(rateHeaders(opened?.rate, response.status)))
    response.headers.set(name, value);
  response.headers.set("x-request-id", requestId);
  log.debug(
    {
      ...{ requestId, path: path.join("/"), status: response.status },
      ms: Math.round(performance.now() - began),
    },
    "api call answered",
  );
  return response;
}

async function perform(request: Request, { operation, params }: Matched, opened: Opened): Promise<Response> {
  const { ctx, scopes } = opened;
  if (operation.scope && !hasScope(scopes, operation.scope))
    throw new AppError("SCOPE_MISSING", { scope: operation.scope });
  const text = request.method === "GET" ? "" : await readText(request);
  const input = inputOf(request, { operation, params }, text);
  const act = (inside: Context) => answerOf(operation, inside, input);
  const key = request.method === "GET" ? null : idempotencyKey(request.headers);
  if (key === null) return respond(request, await act(ctx), false);
  const url = new URL(request.url);
  const whole = `${request.method} ${url.pathname}${url.search} ${request.headers.get("if-match") ?? ""}\n${text}`;
  const { replayed, ...answer } = await answerOnce(ctx, { keyId: opened.keyId, key, request: whole }, act);
  return respond(request, answer, replayed);
}

function inputOf(request: Request, { operation, params }: Matched, text: string): Input<unknown, unknown> {
  const asked = [...new URL(request.url).searchParams];
  const unstorable = asked.find(([name, value]) => !isStorable(name + value));
  if (unstorable) throw new AppError("INVALID", {}, { field: unstorable[0].replaceAll("\u0000", "") });
  const body = operation.body ?? z.strictObject({});
  return {
    params,
    query: (operation.query ?? z.strictObject({})).parse(Object.fromEntries(asked)),
    body: operation.method === "GET" ? {} : body.parse(reviveDates(body, parseJson(text))),
    version: operation.versioned ? versionWanted(request.headers) : undefined,
  };
}

async function answerOf(
  operation: ApiOperation,
  ctx: Context,
  input: Input<unknown, unknown>,
): Promise<Answer> {
  try {
    const body = await operation.verb(ctx, input);
    if (operation.output === null) return { status: 204, body: null, version: null };
    return { status: operation.status ?? 200, body, version: versionIn(body) };
  } catch (error) {
    const isStale = error instanceof AppError && error.code === "VERSION_CONFLICT";
    if (isStale && input.version !== undefined) throw new AppError("PRECONDITION_FAILED");
    throw error;
  }
}

function respond(request: Request, { status, body, version }: Answer, replayed: boolean): Response {
  const headers = new Headers({ "cache-control": "private, no-store" });
  if (replayed) headers.set("idempotent-replayed", "true");
  if (version !== null) headers.set("etag", `"${version}"`);
  const unchanged = version !== null && request.headers.get("if-none-match") === `"${version}"`;
  if (request.method === "GET" && unchanged) return new Response(null, { status: 304, headers });
  if (status === 204) return new Response(null, { status, headers });
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(body), { status, headers });
}

function versionIn(body: unknown): number | null {
  const isVersioned = typeof body === "object" && body !== null && "version" in body;
  return isVersioned && typeof body.version === "number" ? body.version : null;
}

/** @throws PRECONDITION_FAILED for an ETag that no record of ours has */
function versionWanted(headers: Headers): number | undefined {
  const wanted = headers.get("if-match");
  if (wanted === null || wanted.trim() === "*") return undefined;
  const [, version] = /^(?:W\/)?"(\d{1,15})"$/.exec(wanted.trim()) ?? [];
  if (!version) throw new AppError("PRECONDITION_FAILED");
  return Number(version);
}

/** @throws INVALID for a key that is empty or longer than 255 characters */
function idempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  if (key === "" || key.length > 255) throw new AppError("INVALID", {}, { field: "Idempotency-Key" });
  return key;
}

function bearer(headers: Headers): string {
  const [, text = ""] = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (!text) throw new AppError("API_KEY_INVALID");
  return text;
}

function rateHeaders(rate: Rate | undefined, status: number): Record<string, string> {
  if (!rate) return {};
  return {
    "ratelimit-limit": String(rate.limit),
    "ratelimit-remaining": String(rate.remaining),
    "ratelimit-reset": String(rate.resetSeconds),
    ...(status === 429 && { "retry-after": String(rate.resetSeconds) }),
  };
}
