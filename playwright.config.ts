import { join, resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "./db/launcher/free-port";
import { operatorEmails } from "./e2e/support/operators";
import { findChromium } from "./scripts/chromium";

// The workers read this file again: what the first reading chose is passed on in the environment.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= resolve(
  process.env.DATA_DIR ? join(process.env.DATA_DIR, "test") : ".test",
  `e2e-${Date.now()}`,
);
const address = `http://localhost:${process.env.E2E_PORT}`;

/** A flow's tag is the language it is at home in. What has no tag is no flow, and goes with English. */
const atHome = [
  { name: "en", use: { language: "en" }, grepInvert: /@ru\b/ },
  { name: "ru", use: { language: "ru" }, grep: /@ru\b/ },
] as const;

/** Every flow in the language it is not at home in; with the run above, each in both. */
const abroad = [
  { name: "en abroad", use: { language: "en" }, grep: /@ru\b/ },
  { name: "ru abroad", use: { language: "ru" }, grep: /@en\b/ },
] as const;

export default defineConfig<object, { language: "en" | "ru" }>({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [...(process.env.E2E_ABROAD ? abroad : atHome)],
  use: {
    baseURL: address,
    // Nothing is to be waited for that only moves; and what is fading in has no contrast yet.
    contextOptions: { reducedMotion: "reduce" },
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node --import tsx scripts/start.ts",
    url: `${address}/api/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "pipe",
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
      DATABASE_DIRECT_URL: "",
      PULT_DEV_MAIL: "1",
      OPERATOR_EMAILS: Object.values(operatorEmails).join(),
      RATE_LIMIT: "off",
      // Webhooks reach the servers of the tests.
      PULT_HTTP_ALLOW_PRIVATE: "1",
    },
  },
});
