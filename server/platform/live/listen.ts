import { Client } from "pg";
import { directUrl } from "@/db/client";
import { log } from "../log";

const retryMs = 500;

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
    next.on("error", (error) => lost(next, error));
    next.on("end", () => lost(next, null));
    next.on("notification", ({ channel, payload }) => channels[channel]?.(payload ?? ""));
    try {
      await next.connect();
      for (const channel of Object.keys(channels)) await next.query(`listen ${channel}`);
      if (!first) onReconnect();
    } catch (error) {
      lost(next, error);
    }
  }

  // A connection that fails says so two or three times over; it is followed by one other.
  function lost(which: Client, error: unknown): void {
    if (closed || client !== which) return;
    client = null;
    if (error) log.warn({ err: error }, "listen connection failed");
    which.end().catch(() => undefined);
    retry = setTimeout(() => void connect(false), retryMs);
  }

  void connect(true);
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
