import { operableExecutor } from "@/inngest/operations";
import { type Executor, type Operator, requireOperator } from "@/server/operations";
import { AppError, log } from "@/server/platform";
import { wire } from "@/server/platform/wire";

/** Lets an operator's call through and answers it; to everybody else there is nothing here. */
export async function answer(
  request: Request,
  verb: (operator: Operator, executor: Executor) => Promise<unknown>,
): Promise<Response> {
  try {
    const operator = await requireOperator(request.headers);
    const executor = operableExecutor();
    if (!executor) throw new AppError("NOT_FOUND");
    return reply(200, wire.serialize(await verb(operator, executor)));
  } catch (err) {
    if (err instanceof AppError) return reply(err.status, { code: err.code });
    log.error({ err }, "an operator's call failed");
    return reply(500, { code: "INTERNAL" });
  }
}

function reply(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "private, no-store" } });
}
