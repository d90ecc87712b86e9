import { afterAll, beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { chooseRateSource, enableCurrency, listCurrencies, listRates } from "@/server/crm/currencies";
import { FakeRates } from "@/server/crm/currencies/providers/fake-rates.fixture";
import { makeWorkspace } from "@/server/testing/fixtures";
import { useClockedExecutor } from "../testing/clocked-executor";
import { currencyRates, currencyRatesWanted } from "./currency-rates";

// From a bank to the organizations' rates, on the local executor, whose clock the test moves. Nothing else runs: a day of
// every minute's sweeps would take long.
const functions = [...currencyRates, currencyRatesWanted];
useTestDatabase();

const bank = new FakeRates();
beforeAll(async () => {
  process.env.CBR_RATES_URL = (await bank.open()).cbr;
});
afterAll(() => {
  bank.close();
  delete process.env.CBR_RATES_URL;
});
const { settle, pass } = useClockedExecutor(functions);

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
