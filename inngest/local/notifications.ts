import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Database } from "./database";
import type { Logger } from "./engine";

const CHANNEL = "inngest_local";
const RECONNECT_MS = 2_000;
/** An announcement waits this long for others, and the next one so much longer while there are many. */
const GATHER_MS = 5;
const APART_MS = 30;

/** Tells the other processes of new work, and hears of theirs. Polling covers whatever is lost on the way. */
export class Notifications {
  readonly #id = randomUUID();
  #client: Client | undefined;
  #reconnect: NodeJS.Timeout | undefined;
  #announce: NodeJS.Timeout | undefined;
  #announcedAt = 0;
  #closed = false;

  constructor(
    readonly database: Database,
    readonly logger: Logger,
  ) {}

  /**
   * Announces after the commit, not within it: a transaction that notifies holds a lock over its commit, which would
   * bring all of them into single file.
   */
  announce(): void {
    if (this.#announce || this.#closed) return;
    const wait = Math.max(GATHER_MS, this.#announcedAt + APART_MS - performance.now());
    this.#announce = setTimeout(() => {
      this.#announce = undefined;
      this.#announcedAt = performance.now();
      this.database.query("select pg_notify($1, $2)", [CHANNEL, this.#id]).catch((error: unknown) => {
        if (!this.#closed) this.logger.warn({ err: error }, "new work was not announced");
      });
    }, wait).unref();
  }

  /** Listens on a connection of its own, reconnecting, until closed. */
  async listen(connectionString: string, wake: () => void): Promise<void> {
    this.#closed = false;
    const client = new Client({ connectionString });
    const lost = (error: unknown) =>
      this.#lost(client, error, () => void this.listen(connectionString, wake));
    this.#client = client;
    client.on("error", lost);
    client.on("end", () => lost(null));
    client.on("notification", ({ payload }) => {
      if (payload !== this.#id) wake();
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      wake();
    } catch (error) {
      lost(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#reconnect);
    clearTimeout(this.#announce);
    await this.#client?.end();
    this.#client = undefined;
  }

  #lost(client: Client, error: unknown, again: () => void): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    if (error) this.logger.warn({ err: error }, "the executor's notifications were interrupted");
    client.end().catch(() => undefined);
    this.#reconnect = setTimeout(again, RECONNECT_MS).unref();
  }
}
