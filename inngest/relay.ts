import { listen, log, type RelayedEvent, relayEvents } from "@/server/platform";
import { inngest } from "./client";

const sweepMs = 60_000;

/** Carries recorded events to the engine: at once when nudged by a commit, and by a sweep each minute. */
export function startRelay(send = sendToEngine): { stop(): Promise<void> } {
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

function sendToEngine(events: RelayedEvent[]): Promise<unknown> {
  return inngest.send(events);
}
