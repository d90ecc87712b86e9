import { AppError } from "@/server/platform";

const largest = 1_000_000;

/** A request's body as text, at most a megabyte of it. @throws TOO_LARGE, NOT_JSON */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) throw new AppError("TOO_LARGE");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done || !value) break;
    size += value.byteLength;
    if (size > largest) {
      await reader?.cancel();
      throw new AppError("TOO_LARGE");
    }
    chunks.push(value);
  }
  const type = request.headers.get("content-type") ?? "";
  if (size > 0 && !/^application\/([\w.+-]+\+)?json\b/i.test(type)) throw new AppError("NOT_JSON");
  return Buffer.concat(chunks).toString("utf8");
}

/** JSON whose every text can be stored; an empty body is an empty object. @throws MALFORMED_JSON, INVALID at the key */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (!isStorable(key) || (typeof value === "string" && !isStorable(value)))
        throw new AppError("INVALID", {}, { field: printable(key) });
      return value;
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("MALFORMED_JSON");
  }
}

/** NUL cannot be stored by Postgres, and half a surrogate pair is not text. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}

function printable(key: string): string {
  return key.replaceAll("\u0000", "").toWellFormed();
}
