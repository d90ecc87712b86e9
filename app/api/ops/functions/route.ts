import { listFunctions } from "@/server/operations";
import { answer } from "../answer";

export const dynamic = "force-dynamic";

/** The registered functions. For operators. */
export function GET(request: Request) {
  return answer(request, listFunctions);
}
