import { Client } from "pg";
import { directUrl } from "@/db/client";
import { log } from "../log";

type Handler = (payload: string) => void;

/**
 * One connection that listens on the given channels and comes back by itself when it is lost.
 * `onReconnect` is called after a gap, since notifications sent meanwhile are gone.
 */
export function listen(
  channels: Record<string, Handler>,
  onReconnect: () => void = () => {},
): { close(): Promise<void> } {
  let closed = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function connect(first: boolean): Promise<void> {
    const next = new Client({ connectionString: directUrl(), keepAlive: true });
    client = next;
    next.on("error", (error) => log.warn({ err: error }, "listen connection failed"));
    next.on("end", () => {
      if (!closed) retry = setTimeout(() => void connect(false).catch(again), 500);
    });
    next.on("notification", ({ channel, payload }) => channels[channel]?.(payload ?? ""));
    await next.connect();
    for (const channel of Object.keys(channels)) await next.query(`listen ${channel}`);
    if (!first) onReconnect();
  }

  function again(error: unknown): void {
    log.warn({ err: error }, "listen connection could not be opened");
    if (!closed) retry = setTimeout(() => void connect(false).catch(again), 1000);
  }

  void connect(true).catch(again);
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
