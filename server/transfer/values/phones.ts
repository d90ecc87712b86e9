import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Cell } from "../read/table";
import { blank, type Parse, type Parsed, refused, textOf, value } from "./parsed";

/** A number in E.164, and what to dial after it. */
export type PhoneValue = { number: string; extension: string | null };

/** Which of somebody's phones, emails or messengers each is, by `labelKey`. */
export type Labels = Map<string, string>;

export function labelKey(point: PhoneValue | string): string {
  return typeof point === "string" ? point.toLowerCase() : `${point.number}x${point.extension ?? ""}`;
}

// Russia and Kazakhstan: by far the most of what our customers bring, and thirty times as fast as the library.
const RUSSIAN = /^(?:\+?7|8)([3489]\d{9})$/;
// 810 begins a call abroad, and is nobody's area.
const RUSSIAN_SHORT = /^((?!810)[3489]\d{9})$/;
const PUNCTUATION = /[\s\u00a0\u202f()\-–—.]/g;
const BARE = /^[+\d\s\u00a0\u202f()\-–—.]+$/;
const EXTENSION = /[,;]?\s*(?:доб(?:авочный)?\.?|вн(?:утр)?\.?|ext(?:ension)?\.?|x|#)\s*[:.]?\s*(\d{1,7})$/iu;

/** Reads one or several numbers out of a cell; each is refused unless its length is possible in its country. */
export function phonesParser(country: CountryCode): Parse<PhoneValue[]> {
  const russian = country === "RU" || country === "KZ";
  return function parsePhones(cell: Cell): Parsed<PhoneValue[]> {
    const text = textOf(cell);
    if (text === "") return blank;
    const found: PhoneValue[] = [];
    const whole = readPhone(text, country, russian);
    if (whole) return value([whole]);
    for (const part of splitPhones(text)) {
      const phone = readPhone(part, country, russian);
      if (!phone) return refused("NOT_A_PHONE");
      if (!found.some((one) => samePhone(one, phone))) found.push(phone);
    }
    return found.length > 0 ? value(found) : refused("NOT_A_PHONE");
  };
}

/** The same line and the same extension? */
export function samePhone(one: PhoneValue, other: PhoneValue): boolean {
  return one.number === other.number && one.extension === other.extension;
}

function readPhone(text: string, country: CountryCode, russian: boolean): PhoneValue | null {
  if (russian && BARE.test(text)) {
    const digits = text.replace(PUNCTUATION, "");
    const match = RUSSIAN.exec(digits) ?? RUSSIAN_SHORT.exec(digits);
    if (match) return { number: `+7${match[1]}`, extension: null };
  }
  const marked = EXTENSION.exec(text);
  const line = marked ? text.slice(0, marked.index) : text;
  if (line.length > 40 || /[,;/\n|]/.test(line)) return null;
  const parsed = line.startsWith("00")
    ? undefined
    : parsePhoneNumberFromString(line, { defaultCountry: country, extract: false });
  const phone = parsed?.isPossible() ? parsed : international(line);
  if (!phone) return null;
  return { number: phone.number, extension: marked?.[1] ?? phone.ext ?? null };
}

/** "44 20 7946 0958" and "0044…": an international number whose plus got lost, as spreadsheets lose it. */
function international(line: string) {
  const digits = line.replace(PUNCTUATION, "").replace(/^00/, "");
  if (!/^[1-9]\d{9,14}$/.test(digits)) return null;
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  return parsed?.isPossible() ? parsed : null;
}

function splitPhones(text: string): string[] {
  return text
    .split(/[,;/|\n]+(?!\s*(?:доб|вн|ext|x|#))/iu)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
