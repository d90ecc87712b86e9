import { fold } from "@/server/filter";

const latin: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k" },
  ...{ л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts" },
  ...{ ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i", ь: "", э: "e", ю: "iu", я: "ia" },
  ...{ і: "i", ї: "i", є: "e", ґ: "g", ў: "u", ә: "a", қ: "k" },
  ...{ y: "i", w: "v" },
};

// One sound, one spelling: Алексей, Aleksei, Aleksey and Alexey come out the same.
const sounds: readonly [from: string, to: string][] = [
  ["shch", "sh"],
  ["sch", "sh"],
  ["kh", "h"],
  ["ph", "f"],
  ["x", "ks"],
];

/** Lower case with ё read as е. */
export function spelled(text: string): string {
  return fold(text).replaceAll("ё", "е");
}

/** How a name sounds, in Latin letters: the same whichever alphabet it was written in. */
export function inLatin(text: string): string {
  const letters = Array.from(fold(text), (sign) => latin[sign] ?? sign).join("");
  const plain = sounds.reduce((now, [from, to]) => now.replaceAll(from, to), letters);
  return plain.replace(/(\D)\1+/gu, "$1");
}

/** What a record is found by: its title in both spellings, and other texts (phones, emails, numbers) as they are. */
export function searchText(title: string, others: readonly string[]): string {
  const sound = inLatin(title);
  const lower = spelled(title);
  const words = [lower, ...(sound === lower ? [] : [sound]), ...others.flatMap(bothWays)];
  return ` ${words.filter(Boolean).join(" ")}`;
}

function bothWays(text: string): string[] {
  return isAscii(text) ? [text] : [text, inLatin(text)];
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

const mostWords = 6;

/** A word as it was typed and as it sounds; a record is found when it holds either. */
export type Term = { typed: string; sounds: string };

/** What somebody typed into a search box, as terms that all have to be found. Empty for nothing to look for. */
export function searchTerms(text: string): Term[] {
  const phone = digitsOf(text);
  if (phone) return [{ typed: spelled(text.trim()), sounds: phone }];
  const words = spelled(text).split(/\s+/).filter(Boolean).slice(0, mostWords);
  return words.map((word) => {
    const sounds = starting(inLatin(word) || word);
    // Trigrams are made of Latin letters only in a database whose character type is C: other words go by their sound.
    return { typed: isAscii(word) ? starting(word) : sounds, sounds };
  });
}

// One or two letters have no trigram of their own: they are looked for where words begin.
function starting(word: string): string {
  return /^[\p{L}\p{N}]{1,2}$/u.test(word) ? ` ${word}` : word;
}

const fewestDigits = 4;

// A trunk prefix is not part of a number: 8 916… and +7 916…, 030… and +49 30… are one.
function digitsOf(text: string): string | null {
  if (!/^[+(]?[\d\s().-]{4,}$/.test(text.trim())) return null;
  const digits = text.replace(/\D/g, "");
  if (digits.length < fewestDigits) return null;
  if (digits.length === 11 && /^[78]/.test(digits)) return digits.slice(1);
  const national = digits.replace(/^0+/, "");
  return national.length < fewestDigits ? digits : national;
}
