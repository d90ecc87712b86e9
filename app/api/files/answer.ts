import { ZodError } from "zod";
import { refusalOf } from "@/server/api/trpc";
import { currentUser, memberContext, workplaceOf } from "@/server/identity";
import { AppError, type Context, log, newId } from "@/server/platform";

/**
 * Lets a member's call through to `verb` and says what is refused in the same shape as the rest of the API. The
 * workspace is named by the `x-organization` header, or for links and pictures by `?workspace=`.
 */
export async function answer(request: Request, verb: (ctx: Context) => Promise<Response>): Promise<Response> {
  const requestId = request.headers.get("x-request-id")?.slice(0, 64) || newId();
  try {
    const user = await currentUser(request.headers);
    if (!user) throw new AppError("UNAUTHENTICATED");
    const named = request.headers.get("x-organization") ?? new URL(request.url).searchParams.get("workspace");
    const place = await workplaceOf(user.id, named ?? "");
    if (!place) throw new AppError("WORKSPACE_GONE");
    return await verb(memberContext(place, user, requestId));
  } catch (err) {
    return refused(err, requestId);
  }
}

function refused(err: unknown, requestId: string): Response {
  const refusal = refusalOf(err);
  const status = err instanceof AppError ? err.status : err instanceof ZodError ? 400 : 500;
  if (refusal) log.info({ requestId, refusal: refusal.code }, "file call refused");
  else log.error({ requestId, err }, "file call failed");
  return Response.json(
    { error: { message: refusal?.code ?? "INTERNAL", data: { refusal, requestId } } },
    { status, headers: { "cache-control": "private, no-store", "x-request-id": requestId } },
  );
}
