import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { type Context, inOrganization } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import {
  type Conversion,
  convert,
  disableCurrency,
  enableCurrency,
  listCurrencies,
  listRates,
  removeRate,
  setRate,
} from "./index";
import { converted } from "./rules";

useTestDatabase();

const change = (ctx: Context, conversion: Conversion) =>
  inOrganization(ctx, (tx) => convert(tx, ctx, conversion));

describe("rates", () => {
  it("are the latest on or before the day, through the organization's own currency", async () => {
    const { owner } = await makeWorkspace();
    await setRate(owner, { currency: "USD", day: "2026-01-10", rateMicros: 900_000 });
    await setRate(owner, { currency: "USD", day: "2026-02-01", rateMicros: 800_000 });
    await setRate(owner, { currency: "KZT", day: "2026-01-01", nominal: 100, rateMicros: 180_000 });
    const dollars = { minor: 10_000, from: "USD", to: "EUR" };
    expect(await change(owner, { ...dollars, day: "2026-01-31" })).toBe(9_000);
    expect(await change(owner, { ...dollars, day: "2026-02-01" })).toBe(8_000);
    expect(await change(owner, { minor: 10_000, from: "USD", to: "KZT", day: "2026-01-15" })).toBe(5_000_000);
    expect(await change(owner, { minor: 7, from: "AED", to: "AED", day: "2026-01-15" })).toBe(7);
    await expect(change(owner, { ...dollars, day: "2026-01-09" })).rejects.toMatchObject({
      code: "CURRENCY_UNKNOWN",
      data: { currency: "USD", day: "2026-01-09" },
    });
    expect((await listCurrencies(owner)).enabled.map(({ currency }) => currency)).toEqual([
      "EUR",
      "USD",
      "KZT",
    ]);
  });

  it("of one day replace each other, and can be taken back", async () => {
    const { owner } = await makeWorkspace();
    await setRate(owner, { currency: "USD", day: "2026-01-10", rateMicros: 900_000 });
    const again = await setRate(owner, { currency: "USD", day: "2026-01-10", rateMicros: 950_000 });
    expect(await listRates(owner, { currency: "USD" })).toEqual([again]);
    await removeRate(owner, { rateId: again.id });
    expect(await listRates(owner, { currency: "USD" })).toEqual([]);
    expect(await eventsOf(owner.organizationId)).toEqual([
      "currency.rate_set",
      "currency.rate_set",
      "currency.rate_removed",
    ]);
  });

  it("are the business of those who edit the organization, and of their own organization", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const rate = { currency: "USD", day: "2026-01-10", rateMicros: 900_000 };
    await expect(setRate(seller, rate)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(enableCurrency(seller, { currency: "USD" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ours = await setRate(w.owner, rate);
    await expect(removeRate(other.owner, { rateId: ours.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listRates(other.owner, { currency: "USD" })).toEqual([]);
    await expect(setRate(w.owner, { ...rate, currency: "EUR" })).rejects.toMatchObject({ field: "currency" });
    await expect(setRate(w.owner, { ...rate, day: "2026-02-31" })).rejects.toThrow();
    await disableCurrency(w.owner, { currency: "USD" });
    expect((await listCurrencies(seller)).enabled).toHaveLength(1);
  });
});

it.each([
  [10_000, "USD", { nominal: 1, rateMicros: 92_345_678 }, "RUB", null, 923_457],
  [923_457, "RUB", null, "USD", { nominal: 1, rateMicros: 92_345_678 }, 10_000],
  [1, "USD", { nominal: 1, rateMicros: 500_000 }, "RUB", null, 1],
  [1_000, "JPY", { nominal: 100, rateMicros: 60_000_000 }, "RUB", null, 60_000],
  [123_456, "KWD", { nominal: 1, rateMicros: 3_000_000 }, "USD", null, 37_037],
])("%i of %s at %o is %s at %o: %i", (minor, from, sold, to, bought, expected) => {
  const result = converted(minor, { currency: from, price: sold }, { currency: to, price: bought });
  expect(Number(result)).toBe(expected);
});
