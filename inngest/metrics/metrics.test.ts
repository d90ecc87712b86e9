import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Inngest } from "inngest";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { log } from "@/server/platform";
import { createTestApp, type TestApp } from "../local/testing";
import { readMetricsConfig } from "./config";
import { type Collector, startCollector } from "./fixtures/collector";
import { type Metrics, startMetrics } from "./index";

useTestDatabase();

const HOUR = 60 * 60 * 1000;

const define = (client: Inngest) => [
  client.createFunction({ id: "work", triggers: { event: "work" } }, async ({ step }) => {
    await step.run("think", () => new Promise((resolve) => setTimeout(resolve, 30)));
    await step.run("again", () => 1);
  }),
  client.createFunction({ id: "fail", retries: 1, triggers: { event: "fail" } }, async ({ step }) => {
    await step.run("never", () => Promise.reject(new Error("broken")));
  }),
  client.createFunction({ id: "crash", retries: 0, triggers: { event: "crash" } }, () => {
    throw new Error("broken");
  }),
  client.createFunction({ id: "long", triggers: { event: "long" } }, ({ step }) => step.sleep("rest", "20d")),
];

describe("metrics", () => {
  let app: TestApp;
  let collector: Collector;
  let metrics: Metrics | null = null;

  beforeEach(async () => {
    app = await createTestApp(process.env.DATABASE_DIRECT_URL ?? "", define);
    collector = await startCollector();
  });
  afterEach(async () => {
    await metrics?.stop({ graceMs: 100 });
    await app.pool.query("truncate inngest_local.run, inngest_local.event cascade");
    await app.close();
    await collector.close();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  async function start(url: string, interval = "100") {
    vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", url);
    vi.stubEnv("OTEL_METRIC_EXPORT_INTERVAL", interval);
    metrics = await startMetrics(app.executor);
    return metrics;
  }

  it("reach the collector after real runs, by function and never by organization", async () => {
    vi.stubEnv("OTEL_SERVICE_NAME", "pult-eu");
    vi.stubEnv("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=crm");
    const started = await start(collector.url, "60000");
    const event = (name: string) => ({ name, data: { organizationId: "o1" } });
    await app.client.send([event("work"), event("work"), event("fail"), event("crash"), event("long")]);
    await app.executor.advance(HOUR);
    await app.client.send([event("work"), event("work")]);
    await started?.stop({ graceMs: 5_000 });

    expect(collector.requests).toHaveLength(1);
    expect(collector.requests[0]).toMatchObject({
      path: "/v1/metrics",
      headers: { "content-type": "application/json", "x-tenant": "crm" },
    });
    expect(collector.resource()).toMatchObject({ "service.name": "pult-eu" });
    const value = (name: string) => {
      const point = collector.metric(name)?.gauge?.dataPoints[0];
      return point?.asDouble ?? point?.asInt;
    };
    expect(value("pult.executor.queue.depth")).toBe(2);
    expect(value("pult.executor.queue.lag_seconds")).toBeGreaterThan(0);
    expect(value("pult.executor.queue.lag_seconds")).toBeLessThan(60);
    expect(value("pult.executor.runs.waiting")).toBe(1);
    expect(value("pult.executor.calls.running")).toBe(0);
    expect(value("pult.outbox.depth")).toBe(0);

    const counted = (name: string) => {
      const metric = collector.metric(name);
      const points = (metric?.histogram ?? metric?.sum)?.dataPoints ?? [];
      return points
        .map(({ attributes, count, asDouble }) => [...Object.values(attributes), count ?? asDouble].join(" "))
        .sort();
    };
    expect(counted("pult.executor.run.duration_seconds")).toEqual([
      "app-crash failed 1",
      "app-fail failed 1",
      "app-work completed 2",
    ]);
    expect(counted("pult.executor.step.duration_seconds")).toEqual([
      "app-fail failed 1",
      "app-fail retrying 1",
      "app-work completed 4",
    ]);
    expect(counted("pult.executor.run.failures")).toEqual(["app-crash 1", "app-fail 1"]);
    expect(counted("pult.executor.attempt.failures")).toEqual([
      "app-crash function 1",
      "app-fail function 1",
      "app-fail step 2",
    ]);
    expect(collector.metric("pult.executor.run.failures")?.sum?.isMonotonic).toBe(true);
    const steps = collector.metric("pult.executor.step.duration_seconds");
    const worked = steps?.histogram?.dataPoints.find(({ attributes }) => attributes.function === "app-work");
    expect(steps?.unit).toBe("s");
    expect(worked?.sum).toBeGreaterThan(0.05);
    expect(worked?.sum).toBeLessThan(10);
    expect(JSON.stringify(collector.requests)).not.toContain("o1");
  });

  it("say once that the collector is away, and once that it is back; runs go on meanwhile", async () => {
    const warned = vi.spyOn(log, "warn");
    const informed = vi.spyOn(log, "info");
    await start(collector.url);
    collector.state.down = true;
    await app.client.send({ name: "work", data: {} });
    await app.executor.drain();
    await expect.poll(() => collector.state.refused, { timeout: 20_000 }).toBeGreaterThan(2);
    await expect.poll(() => warned.mock.calls.length, { timeout: 20_000 }).toBe(1);
    expect(await app.executor.runs.list()).toMatchObject([{ status: "completed" }]);
    collector.state.down = false;
    const back = () => informed.mock.calls.filter(([, message]) => message === "metrics arrive again").length;
    await expect.poll(back, { timeout: 20_000 }).toBe(1);
    expect(warned).toHaveBeenCalledTimes(1);
  });

  it("never keep the app waiting: where nobody answers, stopping takes its grace at most", async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const started = await start(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, "100");
    const began = performance.now();
    await app.client.send({ name: "work", data: {} });
    await app.executor.drain();
    await started?.stop({ graceMs: 300 });
    expect(performance.now() - began).toBeLessThan(5_000);
    silent.closeAllConnections();
    silent.close();
  });

  it("are off with a clear word in the log when a setting is wrong", async () => {
    const errors = vi.spyOn(log, "error");
    expect(await start("collector:4318")).toBeNull();
    expect(errors.mock.calls[0]?.[0]).toMatchObject({
      err: { message: expect.stringContaining("OTEL_EXPORTER_OTLP_ENDPOINT must be an address") },
    });
  });
});

describe("settings", () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel:4318/" };
  it.each([
    ["nothing", {}, null],
    ["a common endpoint", endpoint, { url: "http://otel:4318/v1/metrics", intervalMs: 60_000 }],
    [
      "an endpoint of its own, as it is",
      { ...endpoint, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "https://m.example.com/in" },
      { url: "https://m.example.com/in", intervalMs: 60_000 },
    ],
    [
      "an interval",
      { ...endpoint, OTEL_METRIC_EXPORT_INTERVAL: "5000" },
      { url: "http://otel:4318/v1/metrics", intervalMs: 5_000 },
    ],
    ["everything switched off", { ...endpoint, OTEL_SDK_DISABLED: "true" }, null],
    ["metrics switched off", { ...endpoint, OTEL_METRICS_EXPORTER: "none" }, null],
  ])("%s", (_title, env, expected) => expect(readMetricsConfig(env)).toEqual(expected));

  it.each([
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "otel:4318"],
    ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "grpc://otel:4317"],
    ["OTEL_METRIC_EXPORT_INTERVAL", "1m"],
    ["OTEL_METRIC_EXPORT_INTERVAL", "0"],
    ["OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"],
    ["OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/protobuf"],
    ["OTEL_METRICS_EXPORTER", "prometheus"],
  ])("%s=%s is refused by name", (name, value) => {
    expect(() => readMetricsConfig({ ...endpoint, [name]: value })).toThrow(`${name} must be`);
  });
});

describe("a process without a collector", () => {
  const script = `
    const { startMetrics } = await import("./inngest/metrics/index.ts");
    const metrics = await startMetrics(null);
    const loaded = Object.keys((await import("node:module")).default._cache);
    console.log(JSON.stringify({ on: metrics !== null, loaded: loaded.some((path) => path.includes("sdk-metrics")) }));
    process.exit(0);`;
  function load(env: Record<string, string>): unknown {
    const args = ["--import", "tsx", "--input-type=module", "-e", script];
    const cwd = fileURLToPath(new URL("../..", import.meta.url));
    const out = execFileSync(process.execPath, args, {
      cwd,
      env: { ...process.env, LOG_LEVEL: "silent", ...env },
    });
    return JSON.parse(out.toString());
  }

  it("loads nothing of OpenTelemetry's metrics", () => {
    expect(load({})).toEqual({ on: false, loaded: false });
    expect(load({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" })).toEqual({ on: true, loaded: true });
  });
});
