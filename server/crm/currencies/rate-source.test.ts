import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import {
  chooseRateSource,
  enableCurrency,
  fetchRates,
  fetchRatesFor,
  listCurrencies,
  listRates,
  removeRate,
  setRate,
} from "./index";
import { FakeRates } from "./providers/fake-rates.fixture";

useTestDatabase();

let bank: FakeRates;
const now = new Date("2026-11-26T12:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

beforeAll(() => {
  bank = new FakeRates();
});
beforeEach(async () => {
  bank.close();
  bank = new FakeRates();
  const { cbr, ecb } = await bank.open();
  process.env.CBR_RATES_URL = cbr;
  process.env.ECB_RATES_URL = ecb;
});
afterAll(() => {
  bank.close();
  delete process.env.CBR_RATES_URL;
  delete process.env.ECB_RATES_URL;
});

const takers: Context[] = [];
afterEach(async () => {
  for (const ctx of takers.splice(0)) await chooseRateSource(ctx, { provider: null });
});

/** A workspace that counts in euros and takes a bank's rates of dollars and tenge. */
async function taking(provider: "cbr" | "ecb", name = "Acme") {
  const w = await makeWorkspace(name);
  for (const currency of ["USD", "KZT"]) await enableCurrency(w.owner, { currency });
  await chooseRateSource(w.owner, { provider });
  takers.push(w.owner);
  return w;
}

const sourceOf = async (ctx: Context) => (await listCurrencies(ctx)).source;
const ratesOf = async (ctx: Context, currency: string) =>
  (await listRates(ctx, { currency })).map(({ day, nominal, rateMicros, source }) => ({
    ...{ day, nominal, rateMicros, source },
  }));
const told = (provider: "cbr" | "ecb") => fetchRates({ provider, now });
const dollar = { day: "2026-11-26", nominal: 1, rateMicros: 922_349, source: "cbr" };

describe("rates that a bank tells", () => {
  it("are written for whoever chose it, asked for once, and not twice", async () => {
    const [one, two, other, none] = [
      await taking("cbr", "One"),
      await taking("cbr", "Two"),
      await taking("ecb", "Other"),
      await makeWorkspace("None"),
    ];
    await enableCurrency(none.owner, { currency: "USD" });
    expect(await told("cbr")).toBe(2);
    expect(bank.asked).toHaveLength(1);
    for (const { owner } of [one, two]) {
      expect(await ratesOf(owner, "USD")).toEqual([dollar]);
      expect(await ratesOf(owner, "KZT")).toMatchObject([{ nominal: 100, rateMicros: 180_296 }]);
    }
    for (const { owner } of [other, none]) expect(await ratesOf(owner, "USD")).toEqual([]);
    await told("cbr");
    expect(await ratesOf(one.owner, "USD")).toEqual([dollar]);
    const fetched = (await eventsOf(one.owner.organizationId)).filter((name) =>
      name.endsWith("rates_fetched"),
    );
    expect(fetched).toHaveLength(1);
    expect(await sourceOf(one.owner)).toEqual({
      ...{
        provider: "cbr",
        triedAt: now,
        fetchedAt: now,
        fetchedDay: "2026-11-26",
        missing: [],
        fault: null,
      },
    });
  });

  it("ask nobody when nobody takes them", async () => {
    await makeWorkspace();
    expect([await told("ecb"), bank.asked]).toEqual([0, []]);
  });

  it("leave alone what a person gave for the same day, before and after", async () => {
    const { owner } = await taking("cbr");
    const ours = { day: "2026-11-26", nominal: 1, rateMicros: 900_000 };
    await setRate(owner, { currency: "USD", ...ours });
    await told("cbr");
    expect(await ratesOf(owner, "USD")).toEqual([{ ...ours, source: null }]);
    await setRate(owner, { currency: "KZT", ...ours });
    await told("cbr");
    expect(await ratesOf(owner, "KZT")).toEqual([{ ...ours, source: null }]);
    const [rate] = await listRates(owner, { currency: "USD" });
    await removeRate(owner, { rateId: rate?.id ?? "" });
    await told("cbr");
    expect(await ratesOf(owner, "USD")).toEqual([dollar]);
  });

  it("follow what the bank corrects, and stay beside those of other days", async () => {
    const { owner } = await taking("cbr");
    await told("cbr");
    bank.cbr = bank.cbr.map((row) => (row.code === "USD" ? { ...row, value: "90,0000" } : row));
    await told("cbr");
    expect(await ratesOf(owner, "USD")).toEqual([{ ...dollar, rateMicros: 898_921 }]);
    bank.day = "2026-11-27";
    await told("cbr");
    expect((await ratesOf(owner, "USD")).map(({ day }) => day)).toEqual(["2026-11-27", "2026-11-26"]);
  });

  it("say which currencies the bank does not have, and whether ours is one", async () => {
    const { owner } = await taking("ecb");
    await told("ecb");
    expect(await sourceOf(owner)).toMatchObject({ missing: ["KZT"], fault: null });
    bank.cbr = bank.cbr.filter(({ code }) => code !== "EUR");
    await chooseRateSource(owner, { provider: "cbr" });
    expect(await sourceOf(owner)).toMatchObject({ provider: "cbr", fetchedAt: null, missing: [] });
    await fetchRatesFor({ organizationId: owner.organizationId, now });
    expect(await sourceOf(owner)).toMatchObject({ triedAt: now, fetchedAt: null, fault: "base" });
  });

  it("say what went wrong, and when they last came; a success takes that back", async () => {
    const { owner } = await taking("cbr");
    await told("cbr");
    bank.mischief = "500";
    await expect(fetchRates({ provider: "cbr", now: later(24) })).rejects.toMatchObject({ code: "status" });
    expect(await sourceOf(owner)).toMatchObject({ triedAt: later(24), fetchedAt: now, fault: "status" });
    expect(await ratesOf(owner, "USD")).toEqual([dollar]);
    bank.mischief = "wrong encoding";
    await expect(fetchRates({ provider: "cbr", now: later(25) })).rejects.toMatchObject({
      code: "unreadable",
    });
    expect(await sourceOf(owner)).toMatchObject({ fetchedAt: now, fault: "unreadable" });
    bank.mischief = "none";
    await fetchRates({ provider: "cbr", now: later(26) });
    expect(await sourceOf(owner)).toMatchObject({ fetchedAt: later(26), fault: null });
  });
});

describe("whose rates to take", () => {
  it("is nobody's at first and after it was switched off; the rates there are stay", async () => {
    const { owner } = await makeWorkspace();
    expect(await sourceOf(owner)).toBeNull();
    await chooseRateSource(owner, { provider: null });
    expect(await eventsOf(owner.organizationId)).not.toContain("currency.rate_source_chosen");
    await enableCurrency(owner, { currency: "USD" });
    await chooseRateSource(owner, { provider: "cbr" });
    await told("cbr");
    await chooseRateSource(owner, { provider: null });
    expect(await sourceOf(owner)).toBeNull();
    await fetchRatesFor({ organizationId: owner.organizationId, now });
    expect(await ratesOf(owner, "USD")).toEqual([dollar]);
    const chosen = (await eventsOf(owner.organizationId)).filter((name) => name.endsWith("source_chosen"));
    expect(chosen).toHaveLength(2);
  });

  it("is the business of those who edit the organization, and of their own", async () => {
    const [w, other] = [await taking("cbr"), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    await expect(chooseRateSource(seller, { provider: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await sourceOf(seller)).toMatchObject({ provider: "cbr" });
    await chooseRateSource(other.owner, { provider: "ecb" });
    await chooseRateSource(other.owner, { provider: null });
    expect(await sourceOf(w.owner)).toMatchObject({ provider: "cbr" });
  });
});
