import { fetch } from "undici";
import { AddressRefused, guardedDispatcher } from "./guarded-dispatcher";

export type HttpRequest = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
};

export type HttpAnswer =
  | { kind: "answered"; status: number; body: string }
  | { kind: "refused"; host: string }
  /** No answer came; whether the request arrived is not known. */
  | { kind: "failed"; reason: string };

const timeoutMs = 10_000;
const maxBytes = 1_000_000;

/** One call outside: public addresses only, redirects not followed, 10 seconds, 1 MB after decompression. */
export async function callHttp({ url, ...request }: HttpRequest): Promise<HttpAnswer> {
  try {
    const response = await fetch(url, {
      ...request,
      redirect: "manual",
      dispatcher: guardedDispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { kind: "answered", status: response.status, body: await readSome(response.body) };
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if (cause instanceof AddressRefused) return { kind: "refused", host: cause.host };
    return { kind: "failed", reason: reasonOf(cause) };
  }
}

type Body = Awaited<ReturnType<typeof fetch>>["body"];

// A longer answer is cut, not refused: the request has had its effect.
async function readSome(body: Body): Promise<string> {
  if (!body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.byteLength;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "TimeoutError") return "timeout";
  const { code } = error as NodeJS.ErrnoException;
  return code ?? error.message.slice(0, 200);
}
