import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the next answer goes wrong: a fault, silence, or a connection that ends in the middle. */
export type Misbehaviour = "fault" | "silence" | "cut";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG" };
const region = "eu-test-1";
const pageSize = 2;

/**
 * A bucket on this machine, after Amazon's description of the REST API and of signature version 4. It computes every
 * signature itself and refuses what is not signed, or whose body is not what was signed.
 */
export async function fakeS3() {
  const objects = new Map<string, { body: Buffer; modifiedAt: Date }>();
  const misbehave: Misbehaviour[] = [];
  const seen: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    seen.push(`${request.method} ${request.url}`);
    const wrong = misbehave.shift();
    if (wrong === "silence") return;
    if (wrong === "cut" && request.method === "PUT") return void request.socket.destroy();
    const body = await bodyOf(request);
    if (wrong === "fault") return refuse(response, 500, "InternalError");
    const fault = faultOf(request, body);
    if (fault) return refuse(response, 403, fault);
    const url = new URL(request.url ?? "", "http://bucket");
    const [, bucket, ...rest] = url.pathname.split("/");
    if (bucket !== "bucket") return refuse(response, 404, "NoSuchBucket");
    const key = decodeURIComponent(rest.join("/"));
    if (request.method === "PUT") {
      objects.set(key, { body, modifiedAt: new Date() });
      return void response.writeHead(200, { etag: '"x"' }).end();
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    if (url.searchParams.get("list-type") === "2") return list(url, response);
    const found = objects.get(key);
    if (!found) return refuse(response, 404, "NoSuchKey");
    response.writeHead(200, { "content-length": String(found.body.length) });
    if (wrong !== "cut") return void response.end(found.body);
    response.write(found.body.subarray(0, Math.ceil(found.body.length / 2)), () => response.destroy());
  }

  function list({ searchParams }: URL, response: ServerResponse) {
    const from = Number(searchParams.get("continuation-token") ?? 0);
    const keys = [...objects.keys()].filter((key) => key.startsWith(searchParams.get("prefix") ?? ""));
    const entries = keys.slice(from, from + pageSize).map((key) => {
      const modified = objects.get(key)?.modifiedAt.toISOString();
      return `<Contents><Key>${key}</Key><LastModified>${modified}</LastModified></Contents>`;
    });
    const next = from + pageSize;
    const more = next < keys.length ? `<NextContinuationToken>${next}</NextContinuationToken>` : "";
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(`<?xml version="1.0"?><ListBucketResult>${more}${entries.join("")}</ListBucketResult>`);
  }

  return {
    settings: { endpoint: `http://127.0.0.1:${port}`, bucket: "bucket", region, ...credentials },
    objects,
    misbehave,
    seen,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<Error><Code>${code}</Code></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
function faultOf({ method, url, headers }: IncomingMessage, body: Buffer): string | null {
  if (method === "PUT" && headers["transfer-encoding"]) return "MissingContentLength";
  if (headers["x-amz-content-sha256"] !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const [, credential = "", signedHeaders = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const date = String(headers["x-amz-date"]);
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  if (credential !== `${credentials.accessKeyId}/${scope}`) return "InvalidAccessKeyId";
  for (const needed of ["host", "x-amz-date", "x-amz-content-sha256"]) {
    if (!signedHeaders.split(";").includes(needed)) return "AccessDenied";
  }
  const [path = "", query = ""] = (url ?? "").split("?");
  const canonical = [
    method,
    path,
    query.split("&").toSorted().join("&"),
    ...signedHeaders.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signedHeaders,
    headers["x-amz-content-sha256"],
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  let key: Buffer | string = `AWS4${credentials.secretAccessKey}`;
  for (const part of [date.slice(0, 8), region, "s3", "aws4_request"]) key = hmac(key, part);
  return hmac(key, toSign).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: Buffer | string, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
