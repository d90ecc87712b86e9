import { describe, expect, it } from "vitest";
import type { DealCard } from "@/server/crm/deals/contract";
import type { BoardColumn as Column } from "@/server/crm/staged/contract";
import {
  aboveOf,
  appendPage,
  columnOf,
  findCard,
  insertCard,
  moveCard,
  removeCard,
  replaceCard,
} from "./board-state";

type BoardColumn = Column<DealCard>;

const day = new Date("2026-01-01T00:00:00Z");

function card(id: string, stageId: string, amountMinor: number, currency = "RUB"): DealCard {
  return {
    id,
    stageId,
    amountMinor,
    currency,
    title: id,
    contactId: null,
    companyId: null,
    ownerId: null,
    sourceId: null,
    custom: {},
    pipelineId: "p",
    outcome: "open",
    position: "a0",
    closesAt: null,
    closedAt: null,
    lossReasonId: null,
    stageEnteredAt: day,
    version: 1,
    createdAt: day,
    updatedAt: day,
    contactName: null,
    companyName: null,
    ownerName: null,
  };
}

const board = (): BoardColumn[] => [
  {
    stageId: "new",
    count: 3,
    sums: [
      { currency: "RUB", amountMinor: 300 },
      { currency: "USD", amountMinor: 50 },
    ],
    cards: [card("a", "new", 100), card("b", "new", 200), card("c", "new", 50, "USD")],
    hasMore: false,
  },
  {
    stageId: "won",
    count: 60,
    sums: [{ currency: "RUB", amountMinor: 9000 }],
    cards: [card("x", "won", 500)],
    hasMore: true,
  },
];

const ids = (columns: BoardColumn[], stageId: string) =>
  columnOf(columns, stageId).cards.map((one) => one.id);
const a = card("a", "new", 100);

describe("moving a card on the board", () => {
  it("within its stage changes the order and nothing else", () => {
    const next = moveCard(board(), a, { stageId: "new", outcome: "open", afterId: "b" });
    expect(ids(next, "new")).toEqual(["b", "a", "c"]);
    expect(columnOf(next, "new").count).toBe(3);
    expect(columnOf(next, "new").sums).toEqual(board()[0]?.sums);
  });

  it("to another stage takes its count and its sum along", () => {
    const next = moveCard(board(), a, { stageId: "won", outcome: "won", afterId: "x" });
    expect(ids(next, "new")).toEqual(["b", "c"]);
    expect(ids(next, "won")).toEqual(["x", "a"]);
    expect(columnOf(next, "new")).toMatchObject({
      count: 2,
      sums: [
        { currency: "RUB", amountMinor: 200 },
        { currency: "USD", amountMinor: 50 },
      ],
    });
    expect(columnOf(next, "won")).toMatchObject({
      count: 61,
      sums: [{ currency: "RUB", amountMinor: 9100 }],
    });
    expect(findCard(next, "a")).toMatchObject({ stageId: "won", outcome: "won", version: 2 });
  });

  it("to the top when it is under nobody", () => {
    expect(ids(moveCard(board(), a, { stageId: "won", outcome: "won", afterId: null }), "won")).toEqual([
      "a",
      "x",
    ]);
  });

  it("to a stage without deals makes its column, with its own currency", () => {
    const next = moveCard(board(), card("c", "new", 50, "USD"), {
      stageId: "lost",
      outcome: "lost",
      afterId: null,
    });
    expect(columnOf(next, "lost")).toMatchObject({ count: 1, sums: [{ currency: "USD", amountMinor: 50 }] });
  });

  it("leaves an emptied stage without sums", () => {
    const one: BoardColumn[] = [
      { stageId: "new", count: 1, sums: [{ currency: "RUB", amountMinor: 100 }], cards: [a], hasMore: false },
    ];
    expect(columnOf(removeCard(one, a), "new")).toMatchObject({ count: 0, sums: [], cards: [] });
  });

  it("twice is once: a board that shows the move already is not counted again", () => {
    const place = { stageId: "won", outcome: "won", afterId: null } as const;
    const once = moveCard(board(), a, place);
    expect(moveCard(once, a, place)).toEqual(once);
    expect(insertCard(once, a, null)).toEqual(once);
  });

  it("keeps the board it was given, so that it can be rolled back to", () => {
    const before = board();
    moveCard(before, a, { stageId: "won", outcome: "won", afterId: null });
    expect(before).toEqual(board());
  });
});

describe("the rest of the board's changes", () => {
  it("a new amount changes the sum and not the count", () => {
    const next = replaceCard(board(), { ...a, amountMinor: 150 });
    expect(columnOf(next, "new")).toMatchObject({
      count: 3,
      sums: [{ amountMinor: 350 }, { amountMinor: 50 }],
    });
  });

  it("a new currency moves the amount between sums", () => {
    const next = replaceCard(board(), { ...a, currency: "EUR" });
    expect(columnOf(next, "new").sums).toEqual([
      { currency: "EUR", amountMinor: 100 },
      { currency: "RUB", amountMinor: 200 },
      { currency: "USD", amountMinor: 50 },
    ]);
  });

  it("a page adds only cards that are not there yet", () => {
    const next = appendPage(board(), "won", {
      cards: [card("x", "won", 500), card("y", "won", 1)],
      hasMore: false,
    });
    expect(ids(next, "won")).toEqual(["x", "y"]);
    expect(columnOf(next, "won")).toMatchObject({ count: 60, hasMore: false });
  });

  it("knows the card above, for the undo", () => {
    expect(aboveOf(board(), "b")).toBe("a");
    expect(aboveOf(board(), "a")).toBeNull();
    expect(ids(insertCard(removeCard(board(), a), a, aboveOf(board(), "a")), "new")).toEqual(["a", "b", "c"]);
  });
});
