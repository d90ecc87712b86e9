import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cbrProvider } from "./cbr";
import { ecbProvider } from "./ecb";
import { FakeRates, type Mischief } from "./fake-rates.fixture";
import { priceIn } from "./price";
import type { RateProvider } from "./provider";

const bank = new FakeRates();
let providers: Record<"cbr" | "ecb", RateProvider>;
let addresses: { cbr: string; ecb: string };

beforeAll(async () => {
  addresses = await bank.open();
  const patience = { answerMs: 300 };
  providers = { cbr: cbrProvider(addresses.cbr, patience), ecb: ecbProvider(addresses.ecb, patience) };
});
afterAll(() => bank.close());
beforeEach(() => {
  bank.mischief = "none";
  bank.asked.length = 0;
});

const now = new Date("2026-11-26T21:30:00Z");

describe("the Central Bank of Russia", () => {
  it("is asked for Moscow's day, and tells roubles for so many units, in windows-1251", async () => {
    const sheet = await providers.cbr.rates(now);
    expect(bank.asked).toEqual(["/scripts/XML_daily.asp?date_req=27%2F11%2F2026"]);
    expect(sheet).toMatchObject({ day: "2026-11-26", base: "RUB" });
    expect(priceIn(sheet, "USD", "RUB")).toEqual({ nominal: 1, rateMicros: 92_345_600 });
    expect(priceIn(sheet, "KZT", "RUB")).toEqual({ nominal: 100, rateMicros: 18_051_200 });
  });

  it("tells other currencies' prices in each other, over the rouble", async () => {
    const sheet = await providers.cbr.rates(now);
    expect(priceIn(sheet, "USD", "EUR")).toEqual({ nominal: 1, rateMicros: 922_349 });
    expect(priceIn(sheet, "RUB", "EUR")).toEqual({ nominal: 100, rateMicros: 998_801 });
    expect(priceIn(sheet, "KZT", "EUR")).toEqual({ nominal: 100, rateMicros: 180_296 });
    expect(priceIn(sheet, "GEL", "EUR")).toBeNull();
    expect(priceIn(sheet, "USD", "GEL")).toBeNull();
  });
});

describe("the European Central Bank", () => {
  it("tells what a euro costs", async () => {
    const sheet = await providers.ecb.rates(now);
    expect(sheet).toMatchObject({ day: "2026-11-26", base: "EUR" });
    expect(priceIn(sheet, "USD", "EUR")).toEqual({ nominal: 1, rateMicros: 922_084 });
    expect(priceIn(sheet, "JPY", "EUR")).toEqual({ nominal: 100, rateMicros: 595_486 });
    expect(priceIn(sheet, "EUR", "USD")).toEqual({ nominal: 1, rateMicros: 1_084_500 });
    expect(priceIn(sheet, "JPY", "USD")).toEqual({ nominal: 100, rateMicros: 645_805 });
  });
});

const faults: [Mischief, string][] = [
  ["500", "status"],
  ["redirect", "status"],
  ["silent", "timeout"],
  ["slow", "timeout"],
  ["cut off", "unreachable"],
  ["huge", "too_large"],
  ["web page", "unreadable"],
  ["not closed", "unreadable"],
  ["no rates", "unreadable"],
  ["no number", "unreadable"],
  ["wrong encoding", "unreadable"],
  ["unknown encoding", "unreadable"],
];

describe.each(["cbr", "ecb"] as const)("whatever goes wrong (%s)", (name) => {
  it.each(faults)("%s is told as %s", async (mischief, code) => {
    bank.mischief = mischief;
    await expect(providers[name].rates(now)).rejects.toMatchObject({ name: "RateFault", code });
  });

  it("nobody there is told as unreachable", async () => {
    const nowhere = (name === "cbr" ? cbrProvider : ecbProvider)("http://127.0.0.1:1/rates.xml");
    await expect(nowhere.rates(now)).rejects.toMatchObject({ code: "unreachable" });
  });

  it.each([
    ["a day that is none", () => void (bank.day = "2026-02-31")],
    [
      "a code that is none",
      () => void ((name === "cbr" ? bank.cbr : bank.ecb)[0] = { code: "usd", value: "1" }),
    ],
    [
      "a rate of nothing",
      () => void ((name === "cbr" ? bank.cbr : bank.ecb)[0] = { code: "USD", value: "0" }),
    ],
  ])("%s is refused whole", async (_what, spoil) => {
    const { day, cbr, ecb } = bank;
    [bank.cbr, bank.ecb] = [[...cbr], [...ecb]];
    spoil();
    const wrong = await providers[name].rates(now).catch((error: unknown) => error);
    Object.assign(bank, { day, cbr, ecb });
    expect(wrong).toMatchObject({ code: "unreadable" });
  });
});
