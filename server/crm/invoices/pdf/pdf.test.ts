import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { totalsOf } from "@/server/crm/line-items";
import type { LineItem } from "@/server/crm/line-items/contract";
import type { InvoiceDocument } from "../contract";
import { moneyInWords } from "./money-in-words";
import { invoicePdf } from "./render";

const windows: LineItem = {
  id: "1",
  productId: null,
  name: "Окно пластиковое, 1400 × 1300",
  unit: "pcs",
  quantity: 2_000,
  priceMinor: 1_250_050,
  discountKind: "percent",
  discount: 500,
  taxRate: 2_000,
  taxIncluded: true,
};

const russian: InvoiceDocument = {
  number: "2026-0007",
  status: "paid",
  issued: "2026-11-25",
  due: "2026-12-09",
  paid: null,
  currency: "RUB",
  language: "ru",
  seller: {
    name: "ООО «Светлые окна»",
    taxId: "7707083893",
    taxReason: "770701001",
    address: "101000, Москва, ул. Мясницкая, д. 1",
    bank: "Р/с 40702810400000000001\nБИК 044525225, ПАО Сбербанк",
    signer: "Иванова А. П.",
  },
  buyer: { name: "ИП Ёлкин Щербатый", taxId: "500100732259" },
  note: "Монтаж — в течение недели после оплаты.",
  lines: [windows, { ...windows, id: "2", name: "Монтаж", unit: "service", discount: 0, quantity: 1_500 }],
  totals: totalsOf([windows]),
  paidMinor: 0,
};
russian.totals = totalsOf(russian.lines);

async function textOf(invoice: InvoiceDocument): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(await invoicePdf(invoice)));
  const { text } = await extractText(pdf, { mergePages: true });
  return text.replace(/\s+/g, " ");
}

describe("a printed invoice", () => {
  it("has its Cyrillic, its sums and its stamp as text", async () => {
    const text = await textOf(russian);
    expect(text).toContain("Счёт на оплату № 2026-0007");
    expect(text).toContain("ООО «Светлые окна»");
    expect(text).toContain("ИП Ёлкин Щербатый");
    expect(text).toContain("25 ноября 2026 г.");
    expect(text).toContain("42 501,70 ₽");
    expect(text).toContain("Сорок две тысячи пятьсот один рубль 70 копеек");
    expect(text).toContain("Оплачен");
  });

  it("is in the language of its reader, with the signs of other currencies", async () => {
    const text = await textOf({ ...russian, language: "en", currency: "KZT", status: "sent" });
    expect(text).toContain("Invoice 2026-0007");
    expect(text).toMatch(/Including tax 20%/);
    expect(text).toContain("₸");
    expect(text).not.toContain("Paid");
  });

  it("goes on over as many pages as its lines take", async () => {
    const lines = Array.from({ length: 80 }, (_, at) => ({ ...windows, id: String(at) }));
    const pdf = await getDocumentProxy(
      new Uint8Array(await invoicePdf({ ...russian, lines, totals: totalsOf(lines) })),
    );
    expect(pdf.numPages).toBeGreaterThan(2);
  });
});

it.each([
  [0, "RUB", "Ноль рублей 00 копеек"],
  [100, "RUB", "Один рубль 00 копеек"],
  [200_212, "RUB", "Две тысячи два рубля 12 копеек"],
  [1_101_101, "RUB", "Одиннадцать тысяч одиннадцать рублей 01 копейка"],
  [12_100_000_000, "RUB", "Сто двадцать один миллион рублей 00 копеек"],
  [2_100, "EUR", "Двадцать один евро 00 центов"],
])("spells %i of %s as Russians do", (minor, currency, words) => {
  expect(moneyInWords(minor, currency)).toBe(words);
});

it("has no words for a currency it does not know", () => {
  expect(moneyInWords(100, "AED")).toBeNull();
});
