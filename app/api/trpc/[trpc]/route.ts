import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "@/server/api/root";
import { createCall } from "@/server/api/trpc";

const largestBody = 1_000_000;

function handler(request: Request): Promise<Response> | Response {
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) {
    return Response.json(
      {
        error: { json: { message: "TOO_LARGE", code: -32600, data: { httpStatus: 413, refusal: tooLarge } } },
      },
      { status: 413 },
    );
  }
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

const tooLarge = { code: "TOO_LARGE", data: {}, fields: {} };

export { handler as GET, handler as POST };
