import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type ResendCall = { key: string | undefined; body: Record<string, unknown> };

/** A server that speaks Resend's protocol: remembers idempotency keys, and misbehaves as it is told. */
export async function fakeResend() {
  const calls: ResendCall[] = [];
  const accepted = new Map<string, string>();
  let failures: { status: number; name: string }[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += String(chunk);
    });
    request.on("end", () => {
      const key = request.headers["idempotency-key"];
      calls.push({ key: typeof key === "string" ? key : undefined, body: JSON.parse(text || "{}") });
      response.setHeader("content-type", "application/json");
      const failure = failures.shift();
      if (failure) {
        response.statusCode = failure.status;
        response.end(
          JSON.stringify({ statusCode: failure.status, name: failure.name, message: failure.name }),
        );
        return;
      }
      const id = accepted.get(String(key)) ?? `re_${accepted.size + 1}`;
      accepted.set(String(key), id);
      response.end(JSON.stringify({ id }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    /** Letters that would have reached somebody. */
    delivered: () => accepted.size,
    failNext: (...next: { status: number; name: string }[]) => {
      failures = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
