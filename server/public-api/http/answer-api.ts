import { createHash } from "node:crypto";
import { AppError, type Context, invariant, log, newId } from "@/server/platform";
import type { ApiOperation, Input } from "../define-operation";
import { type Opened, openApiKey, type Rate } from "../keys/open-api-key";
import { apiOperations } from "../operations";
import { hasScope } from "../scopes";
import { type Matched, matchOperation } from "./match-operation";
import { type Answer, answerOnce, answerOutwardOnce } from "./once";
import { languageOf, problemResponse } from "./problem";
import { readText } from "./read-body";
import { idempotencyKey, inputOf } from "./read-input";

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
  const takesJson = request.method !== "GET" && operation.body !== "bytes";
  const text = takesJson ? await readText(request) : "";
  const key = request.method === "GET" ? null : idempotencyKey(request.headers);
  const once = key === null ? ctx.requestId : onceFor(opened.keyId, key);
  const input = { ...inputOf(request, { operation, params }, text), once };
  if (operation.output === "bytes") return bytesOf(operation, ctx, input);
  const act = (inside: Context) => answerOf(operation, inside, input);
  if (key === null) return respond(request, await act(ctx), false);
  const claim = { keyId: opened.keyId, key, request: wholeOf(request, text) };
  const { replayed, ...answer } = await (operation.outward ? answerOutwardOnce : answerOnce)(ctx, claim, act);
  return respond(request, answer, replayed);
}

/** What of a request makes it the same one: of bytes, how many they are said to be. */
function wholeOf({ method, url, headers }: Request, text: string): string {
  const { pathname, search } = new URL(url);
  const size = text === "" ? (headers.get("content-length") ?? "") : "";
  return `${method} ${pathname}${search} ${headers.get("if-match") ?? ""} ${size}\n${text}`;
}

function onceFor(keyId: string, key: string): string {
  return createHash("sha256").update(`${keyId} ${key}`).digest("hex");
}

async function bytesOf(
  operation: ApiOperation,
  ctx: Context,
  input: Input<unknown, unknown>,
): Promise<Response> {
  const made = await operation.verb(ctx, input);
  invariant(made instanceof Response, "an operation of bytes answers them itself");
  return made;
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
