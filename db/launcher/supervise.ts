import { isAlive } from "./process";

const LOOK_MS = 500;
/** Waits between attempts at a server that does not come up, in milliseconds; the last one stays. */
const WAITS = [0, 1_000, 5_000, 30_000];

type Server = { pid: number; stop: () => Promise<void> };

/**
 * Looks after a running server: one that ended by itself (killed, out of memory) is started again by `restart`, as
 * often as it takes. `stop` ends this, and the server there is then.
 */
export function supervise(server: Server, restart: () => Promise<Server>): { stop: () => Promise<void> } {
  let current = server;
  let stopped = false;
  let failures = 0;
  let notBefore = 0;
  let work: Promise<void> | null = null;

  async function again(): Promise<void> {
    console.error("PostgreSQL ended by itself and is started again; its log is in the data folder.");
    try {
      current = await restart();
      failures = 0;
    } catch (error) {
      failures += 1;
      notBefore = performance.now() + (WAITS[failures] ?? WAITS.at(-1) ?? 0);
      console.error(error);
    }
  }

  const timer = setInterval(() => {
    if (stopped || work || performance.now() < notBefore || isAlive(current.pid)) return;
    work = again().finally(() => {
      work = null;
    });
  }, LOOK_MS).unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await work;
      await current.stop();
    },
  };
}
