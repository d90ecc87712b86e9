import { readRun } from "@/server/operations";
import { answer } from "../../answer";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ id: string }> };

/** One run with its steps. For operators. */
export async function GET(request: Request, { params }: Params) {
  const { id } = await params;
  return answer(request, (operator, executor) => readRun(operator, executor, id));
}
