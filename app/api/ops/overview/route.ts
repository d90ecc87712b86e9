import { readOverview } from "@/server/operations";
import { answer } from "../answer";

export const dynamic = "force-dynamic";

/** How the executor does. For operators. */
export function GET(request: Request) {
  return answer(request, readOverview);
}
