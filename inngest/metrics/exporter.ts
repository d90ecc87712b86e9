import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import type { PushMetricExporter, ResourceMetrics } from "@opentelemetry/sdk-metrics";
import { log } from "@/server/platform";

type Done = Parameters<PushMetricExporter["export"]>[1];

/** Sends by OTLP over HTTP, as JSON. Says once that the collector cannot be reached, and once that it can again. */
export class ForgivingExporter extends OTLPMetricExporter {
  readonly #url: string;
  #failing = false;

  constructor(url: string) {
    super({ url });
    this.#url = url;
  }

  override export(metrics: ResourceMetrics, done: Done): void {
    super.export(metrics, (result) => {
      const failed = result.error !== undefined || result.code !== 0;
      if (failed && !this.#failing)
        log.warn({ err: result.error, url: this.#url }, "metrics do not arrive; trying on in silence");
      if (!failed && this.#failing) log.info({ url: this.#url }, "metrics arrive again");
      this.#failing = failed;
      done({ code: 0 });
    });
  }
}
