import { Inngest } from "inngest";
import { log } from "@/server/platform";
import { usesInngest } from "./engine";

type Fetch = typeof globalThis.fetch;

const home = globalThis as typeof globalThis & { pultExecutorFetch?: Fetch };

/** The local executor gives its own `fetch` here, so that sent events land in Postgres. */
export function setExecutorFetch(fetch: Fetch): void {
  home.pultExecutorFetch = fetch;
}

const executorFetch: Fetch = (input, init) => {
  if (!home.pultExecutorFetch) throw new Error("The local executor has not been created in this process");
  return home.pultExecutorFetch(input, init);
};

/** The client every function is made with; the environment alone decides which engine it speaks to. */
export const inngest = new Inngest({
  id: "pult",
  logger: log,
  ...(usesInngest() ? {} : { isDev: true, fetch: executorFetch }),
});
