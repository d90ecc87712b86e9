import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { memberContext, type User, type Whereabouts, whereabouts, workplaceOf } from "@/server/identity";
import { AppError, type Context, log, newId, type Refusal } from "@/server/platform";
import { wire } from "@/server/platform/wire";

/** What every call knows before it says which workspace it is about. */
export type Call = Whereabouts & {
  headers: Headers;
  requestId: string;
  /** Why the session could not be read: each call then fails with it, under the request's id. */
  failure?: unknown;
};

export async function createCall(headers: Headers): Promise<Call> {
  const requestId = headers.get("x-request-id")?.slice(0, 64) || newId();
  return whereabouts(headers, slugOf(headers)).then(
    (found) => ({ headers, requestId, ...found }),
    (failure: unknown) => ({ headers, requestId, user: null, failure }),
  );
}

const t = initTRPC.context<Call>().create({
  transformer: wire,
  errorFormatter: ({ shape, error, ctx }) => ({
    ...shape,
    data: { ...shape.data, refusal: refusalOf(error.cause), requestId: ctx?.requestId ?? null },
  }),
});

export const router = t.router;
export const createCaller = t.createCallerFactory;

// An AppError is a refusal people can read; anything else is a defect, and says nothing of its inside.
const refusals = t.middleware(async ({ next, path, ctx }) => {
  const began = performance.now();
  const result = await next();
  const line = {
    requestId: ctx.requestId,
    path,
    userId: ctx.user?.id,
    ms: Math.round(performance.now() - began),
  };
  if (result.ok) {
    log.debug(line, "call answered");
    return result;
  }
  const { cause, code } = result.error;
  if (cause instanceof AppError) {
    log.info({ ...line, refusal: cause.code }, "call refused");
    throw new TRPCError({ code: trpcCode(cause), message: cause.code, cause });
  }
  if (code !== "INTERNAL_SERVER_ERROR") return result;
  log.error({ ...line, err: cause ?? result.error }, "call failed");
  throw new TRPCError({ code, message: "INTERNAL" });
});

const readSession = t.middleware(({ ctx, next }) => {
  if (ctx.failure) throw ctx.failure;
  return next();
});

/** Open to everybody. */
const publicProcedure = t.procedure.use(refusals).use(readSession);

/** For whoever is signed in, in any workspace or none. */
export const userProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new AppError("UNAUTHENTICATED");
  return next({ ctx: { ...ctx, user: ctx.user } });
});

/** For a member of the workspace named by the `x-organization` header; others learn only that it is not there. */
export const organizationProcedure = userProcedure.use(async ({ ctx, next }) => {
  const place = ctx.place === undefined ? await workplaceOf(ctx.user.id, slugOf(ctx.headers)) : ctx.place;
  if (!place) throw new AppError("WORKSPACE_GONE");
  const verbContext: Context & { user: User } = {
    ...memberContext(place, ctx.user, ctx.requestId),
    user: ctx.user,
  };
  return next({ ctx: verbContext });
});

/** The workspace a call is about: the first segment of its page's address. */
function slugOf(headers: Headers): string {
  return headers.get("x-organization") ?? "";
}

function trpcCode(error: AppError): TRPCError["code"] {
  const codes: Record<number, TRPCError["code"]> = {
    400: "BAD_REQUEST",
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    409: "CONFLICT",
    413: "PAYLOAD_TOO_LARGE",
    429: "TOO_MANY_REQUESTS",
  };
  return codes[error.status] ?? "BAD_REQUEST";
}

/** What a failure may say of itself; null for a defect, which says nothing. */
export function refusalOf(cause: unknown): Refusal | null {
  if (cause instanceof AppError) {
    return { code: cause.code, data: cause.data, fields: cause.field ? { [cause.field]: cause.code } : {} };
  }
  if (!(cause instanceof ZodError)) return null;
  const fields: Record<string, string> = {};
  for (const issue of cause.issues) fields[issue.path.join(".")] ??= issueCode(issue);
  return { code: "INVALID", data: {}, fields };
}

function issueCode(issue: ZodError["issues"][number]): string {
  if (issue.code === "custom") return String(issue.params?.code ?? "invalid");
  if (issue.code === "too_big") return isNumeric(issue.origin) ? "TOO_LARGE" : "too_long";
  if (issue.code === "too_small") return "required";
  return "invalid";
}

function isNumeric(origin: string): boolean {
  return origin === "number" || origin === "int" || origin === "bigint";
}
