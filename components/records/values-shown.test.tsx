import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { WorkspaceProvider } from "@/components/workspace/workspace";
import { messagesOf } from "@/messages";
import { CellText } from "./cell-text";
import { FieldValue } from "./field-value";
import type { ListField } from "./use-list-fields";
import type { ListWords } from "./use-list-words";

type Place = { timeZone: string; language: "en" | "ru" };

const words: ListWords = { choices: () => [], colour: () => undefined, offered: () => [] };

/** What is shown in a workspace, as the server renders it. */
function shown(node: ReactNode, { timeZone, language }: Place): string {
  const user = { id: "u", name: "Anna", email: "anna@example.com" };
  const place = { slug: "acme", name: "Acme", memberId: "m", operator: false, may: [] };
  return renderToString(
    <NextIntlClientProvider locale={language} messages={messagesOf(language)} timeZone="UTC">
      <QueryClientProvider client={new QueryClient()}>
        <WorkspaceProvider value={{ ...place, user, timeZone, currency: "EUR" }}>{node}</WorkspaceProvider>
      </QueryClientProvider>
    </NextIntlClientProvider>,
  );
}

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

function fieldOf(type: ListField["type"], more: ListField["more"] = {}): ListField {
  return {
    ...{ key: "c_x", type, label: "X", more, customId: "1", options: null, linksTo: null, section: null },
    ...{ editable: true, filterable: true, sortable: true, required: false, nullable: true },
  };
}

function cell(field: ListField, value: unknown, place: Place): string {
  const record = {
    id: "r",
    entity: "deal",
    title: "R",
    ownerId: null,
    version: 1,
    values: { c_x: value },
  } as const;
  return textOf(shown(<CellText record={record} field={field} names={{}} words={words} />, place));
}

describe("a list's cell", () => {
  it.each([
    ["America/New_York", "en", /^Mar 1(, 2026)?$/, /^Mar 5(, 2026)?, 3:30 PM$/],
    ["Pacific/Auckland", "en", /^Mar 1(, 2026)?$/, /^Mar 6(, 2026)?, 9:30 AM$/],
    ["America/New_York", "ru", /^1 мар\.?( 2026 г\.)?$/, /^5 мар\.?( 2026 г\.)?, 15:30$/],
  ] as const)(
    "in %s (%s) has days on their day, and moments with their time",
    (timeZone, language, day, moment) => {
      const place = { timeZone, language };
      expect(cell(fieldOf("date"), "2026-03-01", place)).toMatch(day);
      expect(cell(fieldOf("formula", { returns: "date" }), { value: "2026-03-01" }, place)).toMatch(day);
      expect(cell(fieldOf("datetime"), "2026-03-05T20:30:00Z", place)).toMatch(moment);
    },
  );

  it("has what a formula comes to in its currency", () => {
    const place = { timeZone: "UTC", language: "en" } as const;
    const amount = { value: { amountMinor: 1_000, currency: "EUR" } };
    expect(cell(fieldOf("formula", { returns: "money" }), amount, place)).toBe("€10");
    expect(cell(fieldOf("formula", { returns: "number" }), { error: "no_value" }, place)).toBe("");
    expect(cell(fieldOf("formula", { returns: "number" }), { error: "failed" }, place)).toBe("mistake");
  });
});

describe("a form's control", () => {
  const place = { timeZone: "America/New_York", language: "en" } as const;
  const control = (field: ListField, value: unknown) =>
    shown(<FieldValue field={field} value={value} onChange={() => undefined} words={words} />, place);

  it("of a moment has its time", () => {
    const html = control(fieldOf("datetime"), new Date("2026-03-05T20:30:00Z"));
    expect(html).toContain('value="15:30"');
    expect(textOf(html)).toContain("Mar 5, 2026");
  });

  it("of a day has the day in every zone", () => {
    expect(textOf(control(fieldOf("date"), "2026-03-01"))).toContain("Mar 1, 2026");
  });

  it("of an amount has its currency, and its name is the amount's", () => {
    const html = control(fieldOf("money"), { amountMinor: 100, currency: "JPY" });
    expect(html).toContain('<option selected="">JPY</option>');
    const [, id] = /for="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<input[^>]*id="${id}"`));
  });
});
