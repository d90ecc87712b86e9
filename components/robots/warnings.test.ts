import { describe, expect, it } from "vitest";
import { newDraft, type RobotDraft } from "./robot-draft";
import { warningsOf } from "./warnings";

const place = { place: "here", entity: "deal" as const, stageOutcomes: new Map([["lost", "lost"]]) };
const robot = (actionType: string, rest: Partial<RobotDraft> = {}) => ({ ...newDraft(actionType), ...rest });
const hasEmail = { field: "contactId.email", operator: "not_empty" } as const;

describe("warnings about a robot", () => {
  it.each([
    ["an email to a contact who may have no address", robot("email.send"), ["contactEmail"]],
    ["an email to a fixed address", robot("email.send", { params: { to: "a@b.c" } }), []],
    ["an email only where there is an address", robot("email.send", { condition: { and: [hasEmail] } }), []],
    [
      "an address as one of several ways in",
      robot("email.send", { condition: { or: [hasEmail] } }),
      ["contactEmail"],
    ],
    ["a notice to an owner who may not be there", robot("member.notify"), ["noOwner"]],
    ["a move to the same stage", robot("record.move", { params: { stageId: "here" } }), ["sameStage"]],
    ["a loss without a reason", robot("record.move", { params: { stageId: "lost" } }), ["lossReason"]],
  ])("%s", (_name, draft, expected) => {
    expect(warningsOf(draft, place)).toEqual(expected);
  });

  const hasDeal = { field: "dealId", operator: "not_empty" } as const;
  const letter = (body: string) => robot("email.send", { params: { to: "a@b.c", body } });
  it.each([
    ["a move of a deal that may not be there", robot("record.move_deal"), ["noDeal"]],
    ["a move only where there is a deal", robot("record.move_deal", { condition: hasDeal }), []],
    [
      "a loss of a deal without a reason",
      robot("record.move_deal", { condition: hasDeal, params: { stageId: "lost" } }),
      ["lossReason"],
    ],
    ["the link of a draft", letter("Pay: {{ invoice.link }}"), ["draftLink"]],
    ["the link of a draft by its other name", letter("{% if record.link %}Pay{% endif %}"), ["draftLink"]],
    ["a text that only sounds like it", letter("invoice.link, {{ invoice.linked }}"), []],
  ])("of a draft invoice: %s", (_name, draft, expected) => {
    expect(warningsOf(draft, { ...place, place: "invoice:draft", entity: "invoice" })).toEqual(expected);
  });

  it("says nothing of the link of an invoice that has one", () => {
    const issued = { ...place, place: "invoice:sent", entity: "invoice" as const };
    expect(warningsOf(letter("{{ invoice.link }}"), issued)).toEqual([]);
  });
});
