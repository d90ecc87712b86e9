import { describe, expect, it } from "vitest";
import type { ConversionOffer, LeadCard } from "@/server/crm/leads/contract";
import { companiesIn, conversionOf, isReady, proposed } from "./conversion-draft";

const lead = {
  ...{ id: "l", version: 3, title: "Windows", amountMinor: 100 },
  ...{ name: "Olga", companyName: "Stone", phone: null, email: null },
} as LeadCard;
const nobody: ConversionOffer = { contacts: [], companies: [] };
const known: ConversionOffer = {
  contacts: [
    { id: "c", name: "Olga S.", phone: "1", email: null, companyId: "o", companyName: "Oak", by: "phone" },
  ],
  companies: [{ id: "s", name: "Stone" }],
};

describe("a proposed conversion", () => {
  it("makes new records of what the lead names, where nobody is known", () => {
    expect(conversionOf(lead, proposed(lead, nobody, "p"))).toEqual({
      leadId: "l",
      deal: { pipelineId: "p", title: "Windows", amountMinor: 100 },
      contact: { name: "Olga" },
      company: { name: "Stone" },
    });
  });

  it("offers whoever is known, with their own organisation first", () => {
    const draft = proposed(lead, known, "p");
    expect([draft.contact, draft.company]).toEqual([
      { as: "known", id: "c" },
      { as: "known", id: "o" },
    ]);
    expect(companiesIn(known).map((one) => one.name)).toEqual(["Stone", "Oak"]);
  });

  it("is ready when something is asked for and everything new has a name", () => {
    const draft = proposed(lead, nobody, "");
    expect(isReady(draft)).toBe(true);
    expect(isReady({ ...draft, contact: { as: "new", name: " " } })).toBe(false);
    expect(isReady({ ...draft, contact: { as: "none" }, company: { as: "none" } })).toBe(false);
  });
});
