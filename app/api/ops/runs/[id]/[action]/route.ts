import { actOnRun } from "@/server/operations";
import { AppError } from "@/server/platform";
import { answer } from "../../../answer";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ id: string; action: string }> };

/** Retries, cancels or replays a run. For operators, and only from our own pages: no form of another site sends JSON. */
export async function POST(request: Request, { params }: Params) {
  const { id, action } = await params;
  return answer(request, async (operator, executor) => {
    if (request.headers.get("content-type") !== "application/json") throw new AppError("INVALID");
    return actOnRun(operator, executor, { runId: id, action });
  });
}
