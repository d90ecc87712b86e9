import { GET as ready } from "./ready/route";

export const dynamic = "force-dynamic";

/** Readiness with its details; `/api/health/live` only says that the process answers. */
export const GET = ready;
