import { listen, log, type RelayedEvent, relayEvents } from "@/server/platform";
import { fanOut } from "@/server/webhooks";
import { inngest } from "./client";
import { deliveryDue } from "./functions/webhook-deliver";

const sweepMs = 60_000;

/** Carries recorded events to the engine: at once when nudged by a commit, and by a sweep each minute. */
export function startRelay(send = sendRelayed): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  let again = false;

  async function relay(): Promise<void> {
    do {
      again = false;
      await relayEvents(send).catch((err: unknown) => log.error({ err }, "events could not be relayed"));
    } while (again);
  }

  function nudge(): void {
    again = true;
    running ??= relay().finally(() => {
      running = null;
    });
  }

  const listening = listen({ pult_outbox: nudge }, nudge);
  const sweep = setInterval(nudge, sweepMs);
  nudge();
  return {
    async stop() {
      clearInterval(sweep);
      await listening.close();
      await running;
    },
  };
}

/** Hands events to the engine, and a delivery for each endpoint that listens; ids make a second sending harmless. */
export async function sendRelayed(events: RelayedEvent[]): Promise<void> {
  const due = await fanOut(events);
  const deliveries = due.map((data) => ({ id: `${data.recordId}/${data.round}`, name: deliveryDue, data }));
  await inngest.send([...events, ...deliveries]);
}
