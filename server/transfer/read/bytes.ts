import iconv from "iconv-lite";
import type { Encoding } from "./detect-encoding";

/** Bytes as they arrive: a Node stream, a web stream, a list of chunks. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The first bytes, at least `size` of them where there are as many, and a stream that still has them all. */
export async function peek(bytes: Bytes, size: number): Promise<{ sample: Buffer; all: Bytes }> {
  const iterator = iterate(bytes);
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* all() {
    try {
      yield* first.splice(0);
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { sample: Buffer.concat(first), all: all() };
}

/** Text in chunks that never part a character, without its byte order mark. */
export async function* decode(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === "utf-8" ? utf8() : iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of bytes) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

// The platform's own decoder reads UTF-8 several times as fast as iconv-lite.
function utf8() {
  const decoder = new TextDecoder("utf-8");
  return {
    write: (chunk: Buffer) => decoder.decode(chunk, { stream: true }),
    end: () => decoder.decode(),
  };
}

function iterate(bytes: Bytes): AsyncIterator<Uint8Array> | Iterator<Uint8Array> {
  return Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]();
}
