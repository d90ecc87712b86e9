import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "@/server/api/root";
import { createCall } from "@/server/api/trpc";
import { isOwnOrigin } from "@/server/platform/own-address";

const largestBody = 1_000_000;

function handler(request: Request): Promise<Response> | Response {
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) {
    return refuse("TOO_LARGE", 413);
  }
  // A cookie follows a page of another program on this machine here; its words do not.
  if (request.method === "POST" && !isOwnOrigin(request.headers, process.env.APP_URL ?? request.url))
    return refuse("FORBIDDEN", 403);
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => createCall(request.headers),
    responseMeta: ({ ctx }) => ({
      headers: { "cache-control": "private, no-store", "x-request-id": ctx?.requestId ?? "" },
    }),
  });
}

function refuse(code: "TOO_LARGE" | "FORBIDDEN", status: number): Response {
  const refusal = { code, data: {}, fields: {} };
  return Response.json(
    { error: { json: { message: code, code: -32600, data: { httpStatus: status, refusal } } } },
    { status },
  );
}

export { handler as GET, handler as POST };
