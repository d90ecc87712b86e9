import fc from "fast-check";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { describe, expect, test } from "vitest";
import type { Cell } from "../read/table";
import { listParser, multiListParser, parseTags } from "./choices";
import { type DateOrder, dateParser, datetimeParser, shownOrder } from "./dates";
import { type DecimalMark, shownMark } from "./decimal";
import { parseEmails } from "./emails";
import { moneyParser, numberParser, parseCurrency } from "./money";
import { NewOptions } from "./new-options";
import type { Parse, Parsed } from "./parsed";
import { memberParser } from "./people";
import { phonesParser } from "./phones";
import { parseBoolean, parseTaxId, parseUrl } from "./simple";
import { pipelineFinder, stageFinder } from "./stages";
import { zoneClock } from "./zone";

const nbsp = "\u00a0";
const thin = "\u2009";
const narrow = "\u202f";

describe("money", () => {
  const cases: [Cell, DecimalMark | null, unknown][] = [
    ["1 234,50", null, [123450, "RUB"]],
    [`1${nbsp}234,50`, null, [123450, "RUB"]],
    [`1${thin}234${narrow}567,5`, null, [123456750, "RUB"]],
    ["1,234.50", null, [123450, "RUB"]],
    ["1.234,50", null, [123450, "RUB"]],
    ["1,234,567", null, [123456700, "RUB"]],
    ["1.234.567,8", null, [123456780, "RUB"]],
    ["1,234", null, [123400, "RUB"]],
    ["1.234", ",", [123400, "RUB"]],
    ["1,23", null, [123, "RUB"]],
    [",5", null, [50, "RUB"]],
    ["0", null, [0, "RUB"]],
    ["-0", null, [0, "RUB"]],
    ["12 500 ₽", null, [1250000, "RUB"]],
    ["12 500,00 руб.", null, [1250000, "RUB"]],
    ["500р", null, [50000, "RUB"]],
    ["500 рублей", null, [50000, "RUB"]],
    ["$1,299.99", null, [129999, "USD"]],
    ["1299.99 USD", null, [129999, "USD"]],
    ["€ 10", null, [1000, "EUR"]],
    ["15 000 ₸", null, [1500000, "KZT"]],
    ["100 бел. руб.", null, [10000, "BYN"]],
    ["(1 234,50)", null, [-123450, "RUB", "NEGATIVE"]],
    ["-5", null, [-500, "RUB", "NEGATIVE"]],
    ["−5,10", null, [-510, "RUB", "NEGATIVE"]],
    ["'+5", null, [500, "RUB"]],
    ["0,125", null, [13, "RUB", "ROUNDED"]],
    ["1.005", ".", [101, "RUB", "ROUNDED"]],
    ["99999999999,99", null, [9999999999999, "RUB"]],
    [1234.5, null, [123450, "RUB"]],
    [0.1 + 0.2, null, [30, "RUB"]],
    [1.005, null, [101, "RUB", "ROUNDED"]],
    [1e-7, null, [0, "RUB", "ROUNDED"]],
    ["", null, "blank"],
    ["  ", null, "blank"],
    ["100000000000,01", null, "TOO_LARGE"],
    ["1e9", null, "NOT_MONEY"],
    ["10 %", null, "NOT_MONEY"],
    ["по договорённости", null, "NOT_MONEY"],
    ["1,23,456.00", null, "NOT_MONEY"],
    ["1.2.3", null, "NOT_MONEY"],
    ["--5", null, "NOT_MONEY"],
    ["5-6", null, "NOT_MONEY"],
    ["(-5)", null, "NOT_MONEY"],
    [true, null, "NOT_MONEY"],
  ];
  test.each(cases)("%j with the decimal mark %j", (cell, mark, expected) => {
    const found = moneyParser({ mark })(cell);
    const shown =
      found.kind === "value"
        ? [found.value.minor, found.value.currency ?? "RUB", found.warning]
        : short(found);
    expect(shown).toEqual(Array.isArray(expected) ? [expected[0], expected[1], expected[2]] : expected);
  });

  test("any amount, however it is written, is read to the kopeck", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }),
        fc.constantFrom<[string, DecimalMark]>(
          [" ", ","],
          [nbsp, ","],
          [narrow, "."],
          [",", "."],
          [".", ","],
          ["", ","],
          ["'", "."],
        ),
        fc.constantFrom("", " ₽", " руб.", " USD"),
        (minor, [group, mark], currency) => {
          const digits = String(Math.abs(minor)).padStart(3, "0");
          const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, group);
          const text = `${minor < 0 ? "-" : ""}${whole}${mark}${digits.slice(-2)}${currency}`;
          const found = moneyParser({ mark: null })(text);
          expect(found).toMatchObject({ kind: "value", value: { minor } });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test.each<[string, DecimalMark | null]>([
  ["1,5", ","],
  ["1.5", "."],
  ["1,234", null],
  ["0,234", ","],
  ["1234,567", ","],
  ["1.234,5", ","],
  ["1,234,567", "."],
  ["1.234.567", ","],
  ["12", null],
  ["1 234,50 ₽", ","],
])("%s shows %j", (text, mark) => expect(shownMark(text)).toBe(mark));

test.each<[Cell, DecimalMark | null, unknown]>([
  ["1,5", null, 1.5],
  ["1,234", null, 1.234],
  ["1,234", ".", 1234],
  ["1 000 000", null, 1_000_000],
  [12.25, null, 12.25],
  ["9007199254740993", null, "TOO_LARGE"],
  ["12 шт", null, "NOT_A_NUMBER"],
])("the number %j with the mark %j is %j", (cell, mark, expected) => {
  expect(short(numberParser({ mark })(cell))).toEqual(expected);
});

test.each<[Cell, unknown]>([
  ["RUB", "RUB"],
  ["usd", "USD"],
  ["Российский рубль", "RUB"],
  ["Доллар США", "USD"],
  ["₸", "KZT"],
  ["ракушки", "OTHER_CURRENCY"],
])("the currency %j is %j", (cell, expected) => expect(short(parseCurrency(cell))).toBe(expected));

describe("dates", () => {
  const cases: [Cell, DateOrder, unknown][] = [
    ["01.03.2026", "mdy", "2026-03-01"],
    ["1.3.26", "dmy", "2026-03-01"],
    ["31.12.99", "dmy", "1999-12-31"],
    ["01.03.2026 10:15", "dmy", "2026-03-01"],
    ["2026-03-01", "dmy", "2026-03-01"],
    ["2026-03-01T10:15:00+05:00", "dmy", "2026-03-01"],
    ["03/04/2026", "dmy", "2026-04-03"],
    ["03/04/2026", "mdy", "2026-03-04"],
    ["1 марта 2026", "dmy", "2026-03-01"],
    ["1 марта 2026 г.", "dmy", "2026-03-01"],
    ["Mar 1, 2026", "dmy", "2026-03-01"],
    ["1 May 2026", "dmy", "2026-05-01"],
    [46082, "dmy", "2026-03-01"],
    ["46082", "dmy", "2026-03-01"],
    [46082.5, "dmy", "2026-03-01"],
    ["29.02.2024", "dmy", "2024-02-29"],
    ["29.02.2026", "dmy", "NO_SUCH_DAY"],
    ["31.04.2026", "dmy", "NO_SUCH_DAY"],
    ["13/25/2026", "dmy", "NO_SUCH_DAY"],
    ["01.03.2026 25:00", "dmy", "NO_SUCH_DAY"],
    ["00.00.0000", "dmy", "NO_SUCH_DAY"],
    ["завтра", "dmy", "NOT_A_DATE"],
    ["1 фантября 2026", "dmy", "NOT_A_DATE"],
    [12, "dmy", "1900-01-11"],
    [-1, "dmy", "NOT_A_DATE"],
    [true, "dmy", "NOT_A_DATE"],
    ["", "dmy", "blank"],
  ];
  test.each(cases)("%j read as %s", (cell, order, expected) => {
    expect(short(dateParser({ order, proven: true })(cell))).toEqual(expected);
  });

  test.each<[Cell, string, string]>([
    ["01.03.2026 10:15:30", "Europe/Moscow", "2026-03-01T07:15:30.000Z"],
    ["01.03.2026", "Asia/Yekaterinburg", "2026-02-28T19:00:00.000Z"],
    ["2026-03-01 10:15", "Asia/Kolkata", "2026-03-01T04:45:00.000Z"],
    ["2026-03-01T10:15:00Z", "Europe/Moscow", "2026-03-01T10:15:00.000Z"],
    ["2026-03-01T10:15:00+0300", "Asia/Tokyo", "2026-03-01T07:15:00.000Z"],
    ["3/1/2026 9:05 PM", "America/New_York", "2026-03-02T02:05:00.000Z"],
    ["3/1/2026 12:05 am", "America/New_York", "2026-03-01T05:05:00.000Z"],
    ["29.03.2026 02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["25.10.2026 02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["01.07.2010 12:00", "Europe/Moscow", "2010-07-01T08:00:00.000Z"],
    [46082.4375, "Europe/Moscow", "2026-03-01T07:30:00.000Z"],
  ])("%j in %s is %s", (cell, zone, expected) => {
    const order = typeof cell === "string" && cell.includes("/") ? "mdy" : "dmy";
    expect(short(datetimeParser({ order, proven: true }, zoneClock(zone))(cell))).toBe(expected);
  });

  test("an order of day and month that nothing proves is a warning", () => {
    const parse = dateParser({ order: "dmy", proven: false });
    expect(parse("03/04/2026")).toMatchObject({ warning: "ORDER_GUESSED" });
    expect(parse("13/04/2026")).not.toHaveProperty("warning");
    expect(parse("04/04/2026")).not.toHaveProperty("warning");
    expect(shownOrder("13/04/2026")).toBe("dmy");
    expect(shownOrder("04/13/2026")).toBe("mdy");
    expect(shownOrder("04/05/2026")).toBeNull();
  });

  test("every instant comes back from its wall time, but for the hour that autumn repeats", () => {
    const zones = [
      "Europe/Moscow",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000_000_000 }), (zone, seconds) => {
        const instant = seconds * 1000;
        const wall = Date.parse(
          `${new Date(instant).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`,
        );
        const back = zoneClock(zone)(wall);
        expect([0, 3_600_000, 1_800_000]).toContain(instant - back);
        const again = Date.parse(
          `${new Date(back).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T")}Z`,
        );
        expect(again).toBe(wall);
      }),
      { numRuns: 500 },
    );
  });
});

test.each<[Cell, unknown]>([
  ["да", true],
  ["Нет", false],
  ["YES", true],
  ["1", true],
  [0, false],
  ["Y", true],
  ["N", false],
  ["ИСТИНА", true],
  [true, true],
  ["может быть", "NOT_A_BOOLEAN"],
  ["", "blank"],
])("the boolean %j is %j", (cell, expected) => expect(short(parseBoolean(cell))).toBe(expected));

describe("phones", () => {
  test.each<[Cell, string[] | string]>([
    ["+7 916 123-45-67", ["+79161234567"]],
    ["8 (916) 123-45-67", ["+79161234567"]],
    ["9161234567", ["+79161234567"]],
    [79161234567, ["+79161234567"]],
    ["'+7 916 123 45 67", ["+79161234567"]],
    ["'79161234567", ["+79161234567"]],
    ["8 495 123-45-67 доб. 123", ["+74951234567 123"]],
    ["+7 495 123-45-67, доб. 12", ["+74951234567 12"]],
    ["+7 495 123-45-67 ext 12", ["+74951234567 12"]],
    ["+1 415 555 2671 x99", ["+14155552671 99"]],
    ["+7 916 123-45-67, +7 916 765-43-21", ["+79161234567", "+79167654321"]],
    ["89161234567;89161234567", ["+79161234567"]],
    ["89161234567 / 84951234567\n+44 20 7946 0958", ["+79161234567", "+74951234567", "+442079460958"]],
    ["0044 20 7946 0958", ["+442079460958"]],
    ["380441234567", ["+380441234567"]],
    ["+375 29 123-45-67", ["+375291234567"]],
    ["12", "NOT_A_PHONE"],
    ["нет", "NOT_A_PHONE"],
    ["89161234567, позже", "NOT_A_PHONE"],
    [";", "NOT_A_PHONE"],
    ["", "blank"],
  ])("%j", (cell, expected) => {
    const found = phonesParser("RU")(cell);
    const shown =
      found.kind === "value"
        ? found.value.map((one) => [one.number, one.extension].filter(Boolean).join(" "))
        : short(found);
    expect(shown).toEqual(expected);
  });

  test("a number without a country is of the organization's", () => {
    expect(phonesParser("DE")("030 123456")).toMatchObject({ value: [{ number: "+4930123456" }] });
  });

  test("the quick way for Russian numbers gives what the library gives", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("+7", "8", "7", ""),
        fc.constantFrom("3", "4", "8", "9"),
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom("", " ", "-"),
        (prefix, first, rest, gap) => {
          const national = first + String(rest).padStart(9, "0");
          const text = [prefix, national.slice(0, 3), national.slice(3, 6), national.slice(6)]
            .filter(Boolean)
            .join(gap);
          const theirs = parsePhoneNumberFromString(text, "RU");
          // The library takes a bare 8… of ten digits for a trunk prefix and a number too short.
          fc.pre(theirs?.isPossible() ?? false);
          expect(phonesParser("RU")(text)).toMatchObject({ value: [{ number: theirs?.number }] });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

test.each<[Cell, unknown]>([
  ["ivan@example.com", ["ivan@example.com"]],
  [" Ivan@Example.com ", ["Ivan@Example.com"]],
  ["a@example.com, b@example.com;a@EXAMPLE.com", ["a@example.com", "b@example.com"]],
  ["a@example.com b@example.com", ["a@example.com", "b@example.com"]],
  ["Иван Петров <ivan@example.com>", ["ivan@example.com"]],
  ["mailto:ivan@example.com", ["ivan@example.com"]],
  ["почта@кто.рф", ["почта@кто.рф"]],
  ["o'neil+crm@mail.example.co.uk", ["o'neil+crm@mail.example.co.uk"]],
  ["ivan@example", "NOT_AN_EMAIL"],
  ["ivan", "NOT_AN_EMAIL"],
  ["a..b@example.com", "NOT_AN_EMAIL"],
  ["a@example.com, нет", "NOT_AN_EMAIL"],
  ["", "blank"],
])("the email %j", (cell, expected) => expect(short(parseEmails(cell))).toEqual(expected));

test.each<[Cell, unknown]>([
  ["7707083893", "7707083893"],
  [7707083893, "7707083893"],
  ["500100732259", "500100732259"],
  ["105018630", "0105018630"],
  ["105018631", "105018631 CHECKSUM"],
  ["7707083894", "7707083894 CHECKSUM"],
  ["DE136695976", "DE136695976"],
  ["ИНН", "NOT_A_TAX_ID"],
])("the tax id %j", (cell, expected) => {
  const found = parseTaxId(cell);
  expect(found.kind === "value" ? [found.value, found.warning].filter(Boolean).join(" ") : short(found)).toBe(
    expected,
  );
});

test("a zero that a spreadsheet dropped from an INN is put back", () => {
  // 0274062111 is Ufa's, and spreadsheets keep 274062111.
  expect(parseTaxId(274062111)).toEqual({ kind: "value", value: "0274062111" });
});

test.each<[Cell, unknown]>([
  ["example.com", "https://example.com"],
  ["http://example.com/a?b", "http://example.com/a?b"],
  ["javascript://alert(1)", "NOT_A_URL"],
  ["ftp://example.com", "NOT_A_URL"],
  ["нет сайта", "NOT_A_URL"],
  ["localhost", "NOT_A_URL"],
])("the address %j", (cell, expected) => expect(short(parseUrl(cell))).toBe(expected));

describe("choices", () => {
  const options = [
    { id: "1", label: "Розница" },
    { id: "2", label: "Опт, крупный" },
  ];
  const settings = { options, onUnknown: "refuse" as const, replace: { Старое: "1", Мусор: null } };

  test("an option is found by its label, and by what a person said it means", () => {
    const parse = listParser(settings);
    expect(short(parse(" розница"))).toEqual({ id: "1" });
    expect(short(parse("старое"))).toEqual({ id: "1" });
    expect(short(parse("мусор"))).toBe("blank");
    expect(short(parse("Экспорт"))).toBe("NO_SUCH_OPTION");
  });

  test("a missing option is planned once, or left blank with a warning, by choice", () => {
    const create = listParser({ ...settings, onUnknown: "create" });
    expect(short(create("Экспорт"))).toEqual({ create: "Экспорт" });
    expect(short(create("ЭКСПОРТ"))).toEqual({ create: "Экспорт" });
    expect(listParser({ ...settings, onUnknown: "blank" })("Экспорт")).toEqual({
      kind: "blank",
      warning: "LEFT_BLANK",
    });
  });

  test.each(["create", "refuse"] as const)(
    "a name too long for a new option is told so (%s)",
    (onUnknown) => {
      const parse = listParser({
        ...settings,
        onUnknown,
        newOptions: new NewOptions({ longest: 10, most: 5 }),
      });
      expect(short(parse("Опт, крупный"))).toEqual({ id: "2" });
      expect(short(parse("Мелкий опт."))).toBe("NAME_TOO_LONG");
    },
  );

  test("columns and chunks share what a field got", () => {
    const newOptions = new NewOptions({ longest: 10, most: 2 });
    const parser = () => listParser({ ...settings, onUnknown: "create", newOptions });
    const [one, other] = [parser(), parser()];
    expect(short(one("Экспорт"))).toEqual({ create: "Экспорт" });
    expect(short(other("ЭКСПОРТ"))).toEqual({ create: "Экспорт" });
    expect(short(other("Импорт"))).toEqual({ create: "Импорт" });
    expect(short(one("Бартер"))).toBe("TOO_MANY_OPTIONS");
  });

  test("a column with hundreds of new options is no list", () => {
    const create = listParser({ ...settings, onUnknown: "create" });
    const found = Array.from({ length: 600 }, (_, index) => short(create(`Город ${index}`)));
    expect(found[499]).toEqual({ create: "Город 499" });
    expect(found[500]).toBe("TOO_MANY_OPTIONS");
  });

  test.each<[string, unknown]>([
    ["Опт, крупный", [{ id: "2" }]],
    ["Розница; Опт, крупный", [{ id: "1" }, { id: "2" }]],
    ["Розница, Экспорт", [{ id: "1" }, { create: "Экспорт" }]],
    ["Розница|розница\nМусор", [{ id: "1" }]],
    ["", "blank"],
  ])("several in one cell: %j", (text, expected) => {
    expect(short(multiListParser({ ...settings, onUnknown: "create" })(text))).toEqual(expected);
  });

  test("tags are any text, each once", () => {
    expect(short(parseTags("VIP, vip; тёплый,,"))).toEqual(["VIP", "тёплый"]);
  });
});

describe("members", () => {
  const members = [
    { id: "1", name: "Анна Смирнова", email: "anna@example.com" },
    { id: "2", name: "Пётр Иванов", email: "petr@example.com" },
    { id: "3", name: "Пётр Сидоров", email: "sidorov@example.com" },
    { id: "4", name: "Пётр Сидоров", email: "other@example.com" },
  ];
  const parse = memberParser({
    members,
    onUnknown: "refuse",
    replace: { "Уволенный Сотрудник": null, "Отдел продаж": "1" },
  });
  test.each<[string, unknown]>([
    ["Анна Смирнова", "1"],
    ["Смирнова  Анна", "1"],
    ["Смирнова Анна Петровна", "1"],
    ["ANNA@example.com", "1"],
    ["Иванов Петр", "2"],
    ["Пётр Иванов <petr@example.com>", "2"],
    ["Пётр Сидоров", "SEVERAL_MEMBERS"],
    ["sidorov@example.com", "3"],
    ["Отдел продаж", "1"],
    ["Уволенный Сотрудник", "blank"],
    ["Кто-то", "NO_SUCH_MEMBER"],
  ])("%s", (text, expected) => expect(short(parse(text))).toBe(expected));
});

describe("stages", () => {
  const stage = (id: string, name: string, outcome: "open" | "won" | "lost" = "open") => ({
    id,
    name,
    outcome,
  });
  const settings = {
    pipelines: [
      {
        id: "a",
        name: "Продажи",
        stages: [
          stage("a1", "Новая"),
          stage("a2", "Оплата"),
          stage("aw", "Готово", "won"),
          stage("al", "Отказ", "lost"),
        ],
      },
      { id: "b", name: "Сервис", stages: [stage("b1", "Новая"), stage("bw", "Сделано", "won")] },
    ],
    onUnknown: "refuse" as const,
    replace: { Стара́я: "a1" },
  };
  test.each<[string, string | null, unknown]>([
    ["новая", "a", "a1"],
    ["Новая", "b", "b1"],
    ["Новая", null, "SEVERAL_STAGES"],
    ["Оплата", null, "a2"],
    ["Оплата", "b", "NO_SUCH_STAGE"],
    ["Успешно реализовано", "a", "aw"],
    ["Закрыто и не реализовано", "a", "al"],
    ["Closed Won", "b", "bw"],
  ])("%s in pipeline %s", (text, pipeline, expected) =>
    expect(short(stageFinder(settings)(text, pipeline))).toBe(expected),
  );

  test("a pipeline is found by its name", () => {
    expect(short(pipelineFinder(settings)("ПРОДАЖИ"))).toBe("a");
    expect(short(pipelineFinder(settings)("Закупки"))).toBe("NO_SUCH_PIPELINE");
  });
});

test("no cell, whatever it holds, throws or takes long", () => {
  const parsers: Parse[] = [
    moneyParser({ mark: null }),
    numberParser({ mark: "," }),
    dateParser({ order: "dmy", proven: false }),
    datetimeParser({ order: "mdy", proven: true }, zoneClock("Europe/Moscow")),
    phonesParser("RU"),
    parseEmails,
    parseBoolean,
    parseTaxId,
    parseUrl,
    parseTags,
    multiListParser({ options: [], onUnknown: "create", replace: {} }),
    memberParser({ members: [], onUnknown: "blank", replace: {} }),
  ];
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."0123456789.,-+() @<>;/ доб₽$aя'".split("")), maxLength: 60 }),
    fc.string({ unit: "grapheme" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(cell, fc.constantFrom(...parsers), (input, parse) => {
      expect(["blank", "value", "refused"]).toContain(parse(input).kind);
    }),
    { numRuns: 5000 },
  );
  const began = performance.now();
  for (const text of [
    "1 ".repeat(10_000),
    "a@".repeat(5_000),
    "a.".repeat(10_000),
    "-".repeat(20_000),
    `${"a".repeat(20_000)}@`,
    "(".repeat(20_000),
    " ,".repeat(9_000),
  ])
    for (const parse of parsers) parse(text);
  expect(performance.now() - began).toBeLessThan(3000);
});

function short(found: Parsed<unknown>): unknown {
  return found.kind === "value" ? found.value : found.kind === "refused" ? found.code : "blank";
}
