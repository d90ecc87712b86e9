import { createHmac } from "node:crypto";
import { GET, POST } from "@/app/api/trpc/[trpc]/route";
import { auth } from "@/server/identity";
import { wire } from "@/server/platform/wire";

export type Caller = {
  query: (path: string, input: unknown) => Promise<Buffer>;
  mutate: (path: string, input: unknown) => Promise<Buffer>;
};

const address = "http://localhost:3000";

/**
 * Calls procedures through the app's own HTTP handler as a signed-in member: session, membership, permissions, and the
 * answer as it goes over the wire. Only the socket is left out. @throws when a call is refused
 */
export async function callerOf(userId: string, slug: string): Promise<Caller> {
  const { name, value } = await sessionCookie(userId);
  const headers = { cookie: `${name}=${value}`, "x-organization": slug };
  return {
    query: (path, input) => {
      const asked = encodeURIComponent(JSON.stringify(wire.serialize(input)));
      return answerOf(path, GET(new Request(`${address}/api/trpc/${path}?input=${asked}`, { headers })));
    },
    mutate: (path, input) =>
      answerOf(
        path,
        POST(
          new Request(`${address}/api/trpc/${path}`, {
            method: "POST",
            headers: { ...headers, "content-type": "application/json" },
            body: JSON.stringify(wire.serialize(input)),
          }),
        ),
      ),
  };
}

/** A session of a user's as the cookie their browser would hold. */
export async function sessionCookie(userId: string): Promise<{ name: string; value: string }> {
  const { internalAdapter, authCookies, secret } = await auth().$context;
  const { token } = await internalAdapter.createSession(userId);
  const signed = `${token}.${createHmac("sha256", secret).update(token).digest("base64")}`;
  return { name: authCookies.sessionToken.name, value: encodeURIComponent(signed) };
}

// As bytes, which is what a server sends; who asks reads them.
async function answerOf(path: string, answered: Promise<Response> | Response): Promise<Buffer> {
  const response = await answered;
  const body = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${path} was refused: ${body.toString()}`);
  return body;
}
