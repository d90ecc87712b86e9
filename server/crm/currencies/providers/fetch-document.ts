import { request } from "undici";
import { RateFault } from "./provider";

/** A sheet of rates is some tens of kilobytes. */
const mostBytes = 1_000_000;
const headers = { accept: "application/xml, text/xml", "user-agent": "Pult" };

export type Document = { bytes: Buffer; contentType: string };

/** How long an answer may take in all. */
export type Patience = { answerMs?: number };

/** Fetches a document whole; redirects are not followed. @throws RateFault unreachable, timeout, status, too_large */
export async function fetchDocument(url: string, { answerMs = 15_000 }: Patience = {}): Promise<Document> {
  const signal = AbortSignal.timeout(answerMs);
  try {
    const { statusCode, headers: told, body } = await request(url, { headers, signal });
    if (statusCode !== 200) {
      await body.dump();
      throw new RateFault("status", `${url} answered ${statusCode}`);
    }
    return { bytes: await whole(url, body), contentType: String(told["content-type"] ?? "") };
  } catch (error) {
    if (error instanceof RateFault) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new RateFault(signal.aborted ? "timeout" : "unreachable", `${url}: ${reason}`);
  }
}

async function whole(url: string, body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new RateFault("too_large", `${url} answered more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
