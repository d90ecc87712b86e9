import { ZodError } from "zod";
import { currentUser, memberContext, workplaceOf } from "@/server/identity";
import { AppError, type Context, log, newId } from "@/server/platform";

/**
 * Answers a call of a member outside of tRPC: a file that goes up or comes down. A refusal is JSON with its code; to
 * everybody who is no member the workspace is not there.
 */
export async function asMember(
  request: Request,
  slug: string,
  answer: (ctx: Context) => Promise<Response>,
): Promise<Response> {
  const requestId = request.headers.get("x-request-id")?.slice(0, 64) || newId();
  try {
    const user = await currentUser(request.headers);
    if (!user) throw new AppError("UNAUTHENTICATED");
    const place = await workplaceOf(user.id, slug);
    if (!place) throw new AppError("WORKSPACE_GONE");
    return await answer(memberContext(place, user, requestId));
  } catch (error) {
    if (error instanceof AppError) {
      const fields = error.field ? { [error.field]: error.code } : {};
      return refuse(error.status, { code: error.code, data: error.data, fields }, requestId);
    }
    if (error instanceof ZodError) return refuse(400, { code: "INVALID", data: {}, fields: {} }, requestId);
    log.error({ requestId, err: error }, "call failed");
    return refuse(500, { code: "INTERNAL", data: {}, fields: {} }, requestId);
  }
}

function refuse(status: number, refusal: object, requestId: string): Response {
  return Response.json({ refusal, requestId }, { status, headers: { "cache-control": "private, no-store" } });
}

/** A file to be saved, streamed as it is made. */
export function fileResponse(file: {
  fileName: string;
  contentType: string;
  content: AsyncIterable<Uint8Array | string>;
}): Response {
  const encoder = new TextEncoder();
  const iterator = file.content[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="${plainName(file.fileName)}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

// For browsers that do not read the encoded name.
function plainName(name: string): string {
  return name.replaceAll(/[^\w.-]+/g, "_");
}
