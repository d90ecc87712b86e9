import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  Acted,
  FunctionView,
  Overview,
  RunAction,
  RunDetailsView,
  RunPage,
  RunQuery,
} from "@/server/operations/contract";
import { readWire } from "@/server/platform/wire";

/** A call that was answered with a refusal, or not answered. */
export class OpsFailure extends Error {
  /** Null when there was no answer. */
  readonly status: number | null;

  constructor(status: number | null) {
    super(status === null ? "no answer" : `answered ${status}`);
    this.status = status;
  }
}

/** Everything the operations pages ask for lies under this key. */
export const opsKey = ["ops"] as const;

export const overviewQuery = () =>
  queryOptions({ queryKey: [...opsKey, "overview"], queryFn: () => call<Overview>("overview"), retry: 1 });

export const functionsQuery = () =>
  queryOptions({
    queryKey: [...opsKey, "functions"],
    queryFn: () => call<FunctionView[]>("functions"),
    retry: 1,
  });

/** A page of runs; while another one loads, the last one stays. */
export const runsQuery = (query: RunQuery) =>
  queryOptions({
    queryKey: [...opsKey, "runs", query],
    queryFn: () => call<RunPage>(`runs?${new URLSearchParams(query)}`),
    placeholderData: keepPreviousData,
    retry: 1,
  });

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...opsKey, "run", id],
    queryFn: () => call<RunDetailsView>(`runs/${encodeURIComponent(id)}`),
    retry: (failures, error) => failures < 1 && !isGone(error),
  });

/** Asks for a run to be retried, cancelled or replayed. */
export const act = (id: string, action: RunAction) => call<Acted>(`runs/${id}/${action}`, "POST");

/** Whether the answer was that there is no such thing. */
export const isGone = (error: unknown) => error instanceof OpsFailure && error.status === 404;

async function call<T>(path: string, method = "GET"): Promise<T> {
  const init =
    method === "GET" ? {} : { method, body: "{}", headers: { "content-type": "application/json" } };
  const response = await fetch(`/api/ops/${path}`, init).catch(() => null);
  if (!response?.ok) throw new OpsFailure(response?.status ?? null);
  return readWire<T>(await response.text());
}
