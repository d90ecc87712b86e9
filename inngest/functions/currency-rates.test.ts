import { serve } from "inngest/edge";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { directUrl } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { chooseRateSource, enableCurrency, listCurrencies, listRates } from "@/server/crm/currencies";
import { FakeRates } from "@/server/crm/currencies/providers/fake-rates.fixture";
import { log, relayEvents } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";
import { inngest, setExecutorFetch } from "../client";
import { createLocalExecutor, type LocalExecutor } from "../local";
import { sendRelayed } from "../relay";
import { currencyRates, currencyRatesWanted } from "./currency-rates";

// From a bank to the organizations' rates, on the local executor, whose clock the test moves. Nothing else runs: a day of
// every minute's sweeps would take long.
const functions = [...currencyRates, currencyRatesWanted];
useTestDatabase();

let executor: LocalExecutor;
let pool: pg.Pool;
const bank = new FakeRates();

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  process.env.CBR_RATES_URL = (await bank.open()).cbr;
  pool = new pg.Pool({ connectionString: directUrl(), options: "-c role=pult_worker", max: 6 });
  executor = createLocalExecutor({
    pool,
    handler: serve({ client: inngest, functions }),
    clock: { advance: (milliseconds) => void vi.setSystemTime(Date.now() + milliseconds) },
    logger: log,
  });
  setExecutorFetch(executor.fetch);
  await executor.sync();
});
afterAll(async () => {
  await executor.stop({ graceMs: 1_000 });
  await pool.end();
  bank.close();
  delete process.env.CBR_RATES_URL;
  vi.useRealTimers();
});

async function settle(): Promise<void> {
  do await executor.drain();
  while ((await relayEvents(sendRelayed)) > 0);
}

async function pass(minutes: number): Promise<void> {
  await settle();
  await executor.advance(minutes * 60_000);
  await settle();
}

it("rates come when they are chosen, though the bank fails at first, with a new currency, and each day", async () => {
  const { owner } = await makeWorkspace();
  await enableCurrency(owner, { currency: "USD" });
  bank.mischief = "500";
  await chooseRateSource(owner, { provider: "cbr" });
  await settle();
  expect((await listCurrencies(owner)).source).toMatchObject({ fetchedAt: null, fault: "status" });
  bank.mischief = "none";
  await pass(10);
  expect((await listCurrencies(owner)).source).toMatchObject({ fault: null, fetchedDay: bank.day });
  await enableCurrency(owner, { currency: "KZT" });
  await settle();
  expect(await listRates(owner, { currency: "KZT" })).toMatchObject([{ day: bank.day, source: "cbr" }]);
  bank.day = "2026-11-27";
  await pass(24 * 60);
  const days = (await listRates(owner, { currency: "USD" })).map(({ day }) => day);
  expect(days).toEqual(["2026-11-27", "2026-11-26"]);
});
