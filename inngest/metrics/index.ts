import { log } from "@/server/platform";
import { readMetricsConfig } from "./config";
import type { Measured, Metrics } from "./measured";

export type { Metrics } from "./measured";

/**
 * Sends metrics by OpenTelemetry when its variables name a collector; else nothing is loaded and null is returned.
 * Metrics are never a reason not to work: a setting that is wrong is logged and leaves them off.
 */
export async function startMetrics(executor: Measured | null, env = process.env): Promise<Metrics | null> {
  try {
    const config = readMetricsConfig(env);
    if (!config) return null;
    const { startMeter } = await import("./meter");
    log.info({ url: config.url, intervalMs: config.intervalMs }, "metrics are sent");
    return startMeter(config, executor);
  } catch (error) {
    log.error({ err: error }, "metrics are off");
    return null;
  }
}
