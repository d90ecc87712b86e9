import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { ensureChromium } from "./chromium";
import { ensureBuild } from "./launch/build";
import { runToEnd } from "./launch/command";
import { removeScratch, scratchFolder } from "./launch/scratch";
import { Refusal } from "./launch/settings";

// npm test: every check there is, cheapest first; stops where one fails. The last line counts the tests.
type Tests = { passed: number; failed: number };
type Step = { name: string; run: () => Promise<boolean>; count?: () => Tests };

const results = resolve(process.env.DATA_DIR ? join(process.env.DATA_DIR, "test") : ".test");
mkdirSync(results, { recursive: true });
const scratch = scratchFolder(results);
const unitReport = join(results, "vitest.json");
const browserReport = join(results, "playwright.json");

const tool = async (path: string, ...args: string[]) =>
  (await runToEnd(process.execPath, [join("node_modules", path), ...args], toolEnvironment())) === 0;

const script = async (path: string) =>
  (await runToEnd(process.execPath, ["--import", "tsx", path], toolEnvironment())) === 0;

/** One after the other; what stands in one line of these goes side by side. */
const steps: Step[][] = [
  [
    { name: "format", run: () => tool("@biomejs/biome/bin/biome", "check", ".") },
    { name: "lint", run: () => tool("oxlint/bin/oxlint", "--type-aware", "--deny-warnings") },
    {
      name: "types",
      run: async () =>
        (await tool("next/dist/bin/next", "typegen")) && (await tool("typescript/bin/tsc", "--noEmit")),
    },
    { name: "architecture", run: () => script("scripts/architecture.ts") },
  ],
  [
    {
      name: "tests",
      run: () =>
        tool(
          "vitest/vitest.mjs",
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${unitReport}`,
        ),
      count: countVitest,
    },
  ],
  [{ name: "build", run: async () => Boolean(await ensureBuild()) }],
  [{ name: "browser tests", run: runBrowserTests, count: countPlaywright }],
];

const total: Tests = { passed: 0, failed: 0 };
for (const file of [unitReport, browserReport]) rmSync(file, { force: true });
for (const together of steps) {
  console.log(`\n— ${together.map(({ name }) => name).join(", ")}`);
  const outcomes = await Promise.all(together.map(take));
  if (outcomes.includes(false)) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
removeScratch(scratch);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a step and counts it; a failed one counts as a failed test at least. */
async function take({ name, run, count }: Step): Promise<boolean> {
  const began = performance.now();
  const good = await run().catch(explain);
  const counted = count?.() ?? { passed: 0, failed: 0 };
  total.passed += counted.passed;
  total.failed += good ? counted.failed : Math.max(1, counted.failed);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`— ${name}: ${good ? "good" : "FAILED"} in ${took} s`);
  return good;
}

async function runBrowserTests(): Promise<boolean> {
  process.env.CHROMIUM_PATH = ensureChromium();
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = browserReport;
  process.env.E2E_DATA_DIR = join(scratch, "e2e");
  return tool("@playwright/test/cli.js", "test", "--reporter=list,json");
}

/** Given for npm start, these are ours to use here as well, but what serves a person is not touched. */
function toolEnvironment(): Record<string, string> {
  const env: Record<string, string> = {
    NEXT_TELEMETRY_DISABLED: "1",
    TEST_CLUSTER_DIR: join(scratch, "cluster"),
  };
  if (process.env.DATABASE_URL)
    env.TEST_DATABASE_URL = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  if (process.env.PORT) env.E2E_PORT = process.env.PORT;
  return env;
}

function explain(error: unknown): false {
  console.error(error instanceof Refusal || error instanceof Error ? error.message : error);
  return false;
}

function countVitest(): Tests {
  if (!existsSync(unitReport)) return { passed: 0, failed: 0 };
  const report: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    readFileSync(unitReport, "utf8"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countPlaywright(): Tests {
  if (!existsSync(browserReport)) return { passed: 0, failed: 0 };
  const report: { stats: { expected: number; unexpected: number; flaky: number } } = JSON.parse(
    readFileSync(browserReport, "utf8"),
  );
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}
