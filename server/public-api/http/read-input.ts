import { z } from "zod";
import type { Incoming } from "@/server/files";
import { AppError } from "@/server/platform";
import type { ApiOperation, Input } from "../define-operation";
import type { Matched } from "./match-operation";
import { isStorable, parseJson } from "./read-body";
import { reviveDates } from "./revive-dates";

/** What a verb is called with, read by the operation's own schemas. @throws ZodError, INVALID, MALFORMED_JSON */
export function inputOf(
  request: Request,
  { operation, params }: Matched,
  text: string,
): Omit<Input<unknown, unknown>, "once"> {
  const asked = [...new URL(request.url).searchParams];
  const unstorable = asked.find(([name, value]) => !isStorable(name + value));
  if (unstorable) throw new AppError("INVALID", {}, { field: unstorable[0].replaceAll("\u0000", "") });
  return {
    params,
    query: (operation.query ?? z.strictObject({})).parse(Object.fromEntries(asked)),
    body: bodyOf(request, operation, text),
    version: operation.versioned ? versionWanted(request.headers) : undefined,
  };
}

function bodyOf(request: Request, operation: ApiOperation, text: string): unknown {
  if (operation.method === "GET") return {};
  if (operation.body === "bytes") return incoming(request);
  const body = operation.body ?? z.strictObject({});
  return body.parse(reviveDates(body, parseJson(text)));
}

function incoming({ headers, body }: Request): Incoming {
  const announced = headers.get("content-length");
  return { body: body as Incoming["body"], size: announced === null ? null : Number(announced) };
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
export function idempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  if (key === "" || key.length > 255) throw new AppError("INVALID", {}, { field: "Idempotency-Key" });
  return key;
}
