import {
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import type { MetricsConfig } from "./config";
import { ForgivingExporter } from "./exporter";
import { observeQueues, recorder } from "./instruments";
import type { Measured, Metrics } from "./measured";

const LONGEST_EXPORT_MS = 30_000;

/** Measures the executor, if there is one, and the outbox; sends what it knows at every interval. */
export function startMeter({ url, intervalMs }: MetricsConfig, executor: Measured | null): Metrics {
  const exportTimeoutMillis = Math.min(LONGEST_EXPORT_MS, intervalMs);
  const exporter = new ForgivingExporter(url);
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: intervalMs,
    exportTimeoutMillis,
  });
  const detected = detectResources({ detectors: [envDetector, serviceInstanceIdDetector] });
  const resource = resourceFromAttributes({ "service.name": "pult" }).merge(detected);
  const provider = new MeterProvider({ resource, readers: [reader] });
  const meter = provider.getMeter("pult");
  observeQueues(meter, executor);
  executor?.observe(recorder(meter));
  return {
    async stop({ graceMs }) {
      executor?.observe(null);
      await within(provider.shutdown(), graceMs);
    },
  };
}

async function within(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.catch(() => undefined), grace]);
  clearTimeout(timer);
}
