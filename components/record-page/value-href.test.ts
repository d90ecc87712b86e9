import { describe, expect, it } from "vitest";
import type { FieldInfo } from "@/server/fields/contract";
import { valueHref } from "./value-href";

const cases: [key: string, type: FieldInfo["type"], value: unknown, href: string | null][] = [
  ["c_site", "url", "https://example.com/a?b=1", "https://example.com/a?b=1"],
  ["site", "url", "example.com", "https://example.com/"],
  ["site", "url", "example.com:8080/a", "https://example.com:8080/a"],
  ["c_site", "url", "javascript:alert(1)", null],
  ["c_site", "url", " JavaScript:alert(1)", null],
  ["c_site", "url", "data:text/html,x", null],
  ["c_site", "url", "mailto:a@example.com", null],
  ["c_site", "url", "", null],
  ["c_site", "url", "not a page", null],
  ["email", "text", "olga@example.com", "mailto:olga@example.com"],
  ["email", "text", "olga@example.com?bcc=all@example.com", null],
  ["email", "text", "olga?bcc=x@example.com", "mailto:olga%3Fbcc%3Dx@example.com"],
  ["email", "text", "nobody", null],
  ["phone", "text", "+49 (30) 901-820", "tel:+4930901820"],
  ["phone", "text", "030 901820", "tel:030901820"],
  ["phone", "text", "none", null],
  ["title", "text", "https://example.com", null],
  ["phone", "text", null, null],
];

describe("what leads outside", () => {
  it.each(cases)("%s of type %s, %j: %s", (key, type, value, href) => {
    expect(valueHref({ key, type }, value)).toBe(href);
  });
});
