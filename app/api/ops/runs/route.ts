import { listRuns } from "@/server/operations";
import { answer } from "../answer";

export const dynamic = "force-dynamic";

/** A page of runs; the query string is a `RunQuery`. For operators. */
export function GET(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answer(request, (operator, executor) => listRuns(operator, executor, query));
}
