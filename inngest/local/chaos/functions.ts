import { type Inngest, type InngestFunction, RetryAfterError } from "inngest";

/** One effect at the provider; without a key it takes effect as often as it is asked for. */
export interface Effect {
  trigger: string;
  step: string;
  key: string | null;
}

/** Seven effects and a short sleep: `keyed` as every function should be, `keyless` as the control. */
export const REST_MS = 2_000;
/** Longer than any clock here is ahead by mistake, which would show. */
export const SLEEP_MS = 30 * 60_000;
export const STEPS = ["1", "2", "3", "4", "5", "6", "7"];

/** The functions under test, acting through `act`. */
export function chaosFunctions(
  client: Inngest,
  act: (effect: Effect) => Promise<void>,
): InngestFunction.Any[] {
  return [
    sevenEffects(client, "keyed", act),
    sevenEffects(client, "keyless", (effect) => act({ ...effect, key: null })),
    client.createFunction(
      { id: "sleeper", triggers: { event: "chaos/sleeper" }, retries: 20 },
      async ({ event, step, runId }) => {
        const { trigger, until } = event.data as { trigger: string; until?: string };
        const effect = (name: string) =>
          step.run(name, () => act({ trigger, step: name, key: `${runId}:${name}` }));
        await effect("before");
        if (until) await step.sleepUntil("sleep", until);
        else await step.sleep("sleep", SLEEP_MS);
        await effect("after");
      },
    ),
  ];
}

function sevenEffects(client: Inngest, id: string, act: (effect: Effect) => Promise<void>) {
  return client.createFunction(
    { id, triggers: { event: `chaos/${id}` }, retries: 20 },
    async ({ event, step, runId }) => {
      const { trigger } = event.data as { trigger: string };
      const effect = (name: string) =>
        step.run(name, () => act({ trigger, step: name, key: `${runId}:${name}` }));
      await effect("1");
      await effect("2");
      await step.sleep("rest", REST_MS);
      await Promise.all([effect("3"), effect("4")]);
      await effect("5");
      await effect("6");
      await effect("7");
    },
  );
}

const TIMEOUT_MS = 1_000;

/** Asks the provider at `url` once. @throws RetryAfterError for a second later, whatever went wrong */
export async function askProvider(url: string, { trigger, step, key }: Effect): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key !== null && { "idempotency-key": key }) },
    body: JSON.stringify({ trigger, step, worker: process.pid, clock: Date.now() }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new RetryAfterError("The provider did not answer", "1s", { cause });
  });
  await response.text();
  if (!response.ok) throw new RetryAfterError(`The provider answered ${response.status}`, "1s");
}
