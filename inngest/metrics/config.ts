export interface MetricsConfig {
  /** Where OTLP/HTTP metrics go. */
  url: string;
  intervalMs: number;
}

type Env = Record<string, string | undefined>;

/**
 * Reads OpenTelemetry's own variables; null when metrics are not asked for. Headers, timeout, compression and resource
 * attributes are read by the exporter itself, by their standard names.
 * @throws an Error that names the variable and what it must be
 */
export function readMetricsConfig(env: Env): MetricsConfig | null {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === "true" || env.OTEL_METRICS_EXPORTER === "none") return null;
  const own = env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT;
  const common = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!own && !common) return null;
  assertOneOf(env, "OTEL_METRICS_EXPORTER", "otlp");
  assertOneOf(env, "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/json");
  if (!env.OTEL_EXPORTER_OTLP_METRICS_PROTOCOL) assertOneOf(env, "OTEL_EXPORTER_OTLP_PROTOCOL", "http/json");
  // https://opentelemetry.io/docs/specs/otel/protocol/exporter/: its own endpoint as it is, the common one with a path.
  const url = own
    ? address("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", own)
    : `${address("OTEL_EXPORTER_OTLP_ENDPOINT", common ?? "").replace(/\/+$/, "")}/v1/metrics`;
  return { url, intervalMs: interval(env.OTEL_METRIC_EXPORT_INTERVAL) };
}

const DEFAULT_INTERVAL_MS = 60_000;
const LEAST_INTERVAL_MS = 100;

function interval(text: string | undefined): number {
  if (!text) return DEFAULT_INTERVAL_MS;
  const milliseconds = Number(text);
  if (Number.isInteger(milliseconds) && milliseconds >= LEAST_INTERVAL_MS) return milliseconds;
  throw new Error(
    `OTEL_METRIC_EXPORT_INTERVAL must be whole milliseconds, ${LEAST_INTERVAL_MS} or more, not "${text}"`,
  );
}

function address(name: string, text: string): string {
  const url = URL.parse(text);
  if (url && ["http:", "https:"].includes(url.protocol)) return text;
  throw new Error(`${name} must be an address such as http://localhost:4318, not "${text}"`);
}

function assertOneOf(env: Env, name: string, supported: string): void {
  const value = env[name];
  if (value && value !== supported)
    throw new Error(`${name} must be "${supported}" or unset, the only one there is here, not "${value}"`);
}
