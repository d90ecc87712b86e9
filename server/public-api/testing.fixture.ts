import type { Context } from "@/server/platform";
import { type ApiScope, apiScopes } from "./contract";
import { answerApi, createApiKey } from "./index";

export type Answered = {
  status: number;
  body: { id: string; code: string } & Record<string, unknown>;
  headers: Headers;
};

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;

/** Calls the API as a program with this key does. */
export function callerWith(key: string): Call {
  return async (method, path, body, headers = {}) => {
    const url = new URL(`http://localhost/api/v1${path}`);
    const response = await answerApi(
      new Request(url, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
      url.pathname.split("/").slice(3).map(decodeURIComponent),
    );
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const answered = isJson ? JSON.parse(text) : { text };
    return { status: response.status, body: answered, headers: response.headers };
  };
}

/** The same with a new key of the member's. */
export async function callerOf(ctx: Context, scopes: readonly ApiScope[] = apiScopes): Promise<Call> {
  const { text } = await createApiKey(ctx, { name: "Test", scopes: [...scopes] });
  return callerWith(text);
}
