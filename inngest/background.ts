import { assertRowSecurity, closeDatabase, closeLive, log } from "@/server/platform";
import { usesInngest } from "./engine";
import { localExecutor } from "./executor";
import { startMetrics } from "./metrics";
import { startRelay } from "./relay";

const graceMs = 8000;
const metricsGraceMs = 2000;

/** Starts what runs beside the pages: the relay and, unless Inngest does it, the executor. Stops it on SIGTERM. */
export async function startBackground(): Promise<void> {
  await assertRowSecurity();
  const executor = usesInngest() || process.env.EXECUTOR === "off" ? null : localExecutor();
  const metrics = await startMetrics(executor);
  await executor?.start();
  const relay = startRelay();

  async function stop(signal: NodeJS.Signals): Promise<void> {
    log.info({ signal }, "stopping");
    await closeLive();
    await relay.stop();
    await executor?.stop({ graceMs });
    await metrics?.stop({ graceMs: metricsGraceMs });
    await closeDatabase();
    process.exit(0);
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));
}
