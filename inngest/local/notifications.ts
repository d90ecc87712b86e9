import { Client } from "pg";
import type { Logger } from "./engine";
import { CHANNEL } from "./queue";

const RECONNECT_MS = 2_000;

/** Listens for announced work on a connection of its own, reconnecting; polling covers the gaps. */
export class Notifications {
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    readonly connectionString: string,
    readonly logger: Logger,
    readonly wake: () => void,
  ) {}

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.connectionString });
    this.#client = client;
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client, null));
    client.on("notification", this.wake);
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.wake();
    } catch (error) {
      this.#lost(client, error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  #lost(client: Client, error: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    if (error) this.logger.warn({ err: error }, "the executor's notifications were interrupted");
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.open(), RECONNECT_MS).unref();
  }
}
