import { createReadStream } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { type Dispatcher, request } from "undici";
import { AppError, log } from "@/server/platform";
import { type FileStorage, isStorageKey, type StoredObject } from "./storage";

export type S3Settings = {
  /** `https://s3.eu-central-1.amazonaws.com`, or wherever a service that speaks the same protocol is. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** How long the service may say nothing. */
  silenceMs?: number;
  /** Before the second attempt; doubled before the third. */
  pauseMs?: number;
};

type Call = {
  method: "GET" | "PUT" | "DELETE";
  path: string;
  query?: Record<string, string>;
  file?: { path: string; size: number; sha256: string };
};
type Answer = Dispatcher.ResponseData;

const attempts = 3;
const folder = "files/";
const emptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Files in a bucket, addressed by path (`endpoint/bucket/files/…`). A call that was answered by a fault, or by nothing,
 * is repeated: the same bytes under the same key are the same object.
 */
export function s3Storage(settings: S3Settings): FileStorage {
  const { silenceMs = 30_000, pauseMs = 300 } = settings;

  async function call({ method, path, query = {}, file }: Call): Promise<Answer> {
    const url = new URL(`${settings.endpoint.replace(/\/+$/, "")}/${settings.bucket}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const signed = await new AwsV4Signer({
      ...{ url: url.href, method, service: "s3", region: settings.region },
      ...{ accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
      headers: { "x-amz-content-sha256": file?.sha256 ?? emptySha256 },
    }).sign();
    return request(signed.url, {
      method,
      headers: {
        ...Object.fromEntries(signed.headers),
        ...(file && { "content-length": String(file.size) }),
      },
      body: file ? createReadStream(file.path) : null,
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
    });
  }

  async function ask(wanted: Call, fine: readonly number[]): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const fault = await call(wanted).then(
        async (answer) => {
          if (fine.includes(answer.statusCode)) return answer;
          const text = await answer.body.text();
          return { status: answer.statusCode, text: text.slice(0, 500), final: answer.statusCode < 500 };
        },
        (err: unknown) => ({ err, final: false }),
      );
      if ("statusCode" in fault) return fault;
      if (fault.final || attempt === attempts) {
        log.error({ ...fault, method: wanted.method, path: wanted.path }, "file store refused or failed");
        throw new AppError("FILE_STORE_FAILED");
      }
      await pause(pauseMs * 2 ** (attempt - 1));
    }
  }

  return {
    async put(key, path, { size, sha256 }) {
      const answer = await ask({ method: "PUT", path: folder + key, file: { path, size, sha256 } }, [200]);
      await answer.body.dump();
    },
    async get(key) {
      const { body } = await ask({ method: "GET", path: folder + key }, [200]);
      return body;
    },
    async remove(key) {
      const answer = await ask({ method: "DELETE", path: folder + key }, [200, 204, 404]);
      await answer.body.dump();
    },
    async *list() {
      let next: string | null = null;
      do {
        const query = { "list-type": "2", prefix: folder, ...(next && { "continuation-token": next }) };
        const { body } = await ask({ method: "GET", path: "", query }, [200]);
        const page = readPage(await body.text());
        yield* page.objects;
        next = page.next;
      } while (next);
    },
  };
}

// The answer to ListObjectsV2. Our own keys are ids: nothing in them is escaped.
function readPage(xml: string): { objects: StoredObject[]; next: string | null } {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry = ""]) => {
    const key = tag(entry, "Key")?.slice(folder.length);
    const modified = tag(entry, "LastModified");
    return key && modified && isStorageKey(key) ? [{ key, modifiedAt: new Date(modified) }] : [];
  });
  return { objects, next: tag(xml, "NextContinuationToken") };
}

function tag(xml: string, name: string): string | null {
  const text = xml.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1];
  return text ? text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") : null;
}
