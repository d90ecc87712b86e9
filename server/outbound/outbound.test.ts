import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAllowedAddress } from "./addresses";
import { callHttp } from "./call";

let server: Server | undefined;
let hits = 0;

/** A server on loopback; answers its address. */
async function serve(listener: RequestListener): Promise<string> {
  server = createServer((request, response) => {
    hits += 1;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string) => callHttp({ method: "GET", url, headers: {}, body: undefined });

beforeEach(() => {
  hits = 0;
  process.env.PULT_HTTP_ALLOW_PRIVATE = "1";
});
afterEach(() => {
  delete process.env.PULT_HTTP_ALLOW_PRIVATE;
  server?.closeAllConnections();
  server?.close();
});

describe("addresses", () => {
  const refused = [
    "127.0.0.1",
    "127.1.2.3",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "224.0.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "ff02::1",
    "not an address",
  ];
  it.each(refused)("%s is not called", (address) => {
    delete process.env.PULT_HTTP_ALLOW_PRIVATE;
    expect(isAllowedAddress(address)).toBe(false);
  });

  it.each(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "[2606:2800:220:1::1]"])(
    "%s is",
    (address) => {
      expect(isAllowedAddress(address)).toBe(true);
    },
  );

  it("loopback is allowed where tests need it, private networks never are", () => {
    expect(["127.0.0.1", "::1"].every(isAllowedAddress)).toBe(true);
    expect(["10.0.0.1", "169.254.169.254", "::ffff:192.168.0.1"].some(isAllowedAddress)).toBe(false);
  });
});

describe("a call outside", () => {
  const disguises = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:7f00:1]",
    "localhost",
  ];
  it.each(disguises)("never reaches this machine as %s", async (host) => {
    const port = new URL(await serve((_, response) => response.end("secret"))).port;
    delete process.env.PULT_HTTP_ALLOW_PRIVATE;
    expect(await get(`http://${host}:${port}/`)).toMatchObject({ kind: "refused" });
    expect(hits).toBe(0);
  });

  it("answers status and body", async () => {
    const url = await serve((_, response) => response.writeHead(201).end("made"));
    expect(await get(url)).toEqual({ kind: "answered", status: 201, body: "made" });
  });

  it("does not follow a redirect", async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: "/next" }).end());
    expect(await get(url)).toMatchObject({ kind: "answered", status: 302 });
    expect(hits).toBe(1);
  });

  it("reads 1 MB of an answer that unpacks to more", async () => {
    const packed = gzipSync(Buffer.alloc(20_000_000, "a"));
    const url = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    );
    const answer = await get(url);
    expect(answer.kind === "answered" && answer.body.length).toBe(1_000_000);
  });

  it("says why there was no answer", async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await get(url)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/),
    });
    expect(await get("http://name.invalid/")).toMatchObject({ kind: "failed" });
  });
});
