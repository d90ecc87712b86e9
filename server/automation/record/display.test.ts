import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { dealFields } from "@/server/crm/deals";
import { catalog, createCustomField } from "@/server/fields";
import { type Context, inOrganization, invariant } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";
import { displayed } from "./display";

useTestDatabase();

// The declaration of deals is there once their module is.
expect(dealFields).not.toHaveLength(0);

it.each([
  ["America/New_York", "en", "March 2, 2026", "€30"],
  ["Pacific/Auckland", "ru", "2 марта 2026 г.", "30\u00a0€"],
] as const)("what a formula comes to is said as such, in %s", async (timeZone, language, day, amount) => {
  const w = await makeWorkspace();
  const ctx: Context = { ...w.owner, timeZone, language };
  await createCustomField(ctx, { entity: "deal", type: "date", label: "Day" });
  for (const [label, formula, returns] of [
    ["After", "addDays(c_day, 1)", "date"],
    ["Twice", "amount * 2", "money"],
    ["Big", "amount > 1", "checkbox"],
  ] as const)
    await createCustomField(ctx, { entity: "deal", type: "formula", label, options: { formula, returns } });
  const fields = await inOrganization(ctx, (tx) => catalog(ctx, tx, "deal"));
  const record = { amountMinor: 1_500, currency: "EUR", custom: { c_day: "2026-03-01" } };
  const say = (key: string, of: unknown = record) => {
    const field = fields.find((one) => one.key === key);
    invariant(field, key);
    return displayed(ctx, field, of, {});
  };
  expect(say("c_after")).toBe(day);
  expect(say("c_twice")).toBe(amount);
  expect(say("c_big")).toBe(language === "ru" ? "да" : "yes");
  expect(say("c_after", { ...record, custom: {} })).toBe(null);
});
