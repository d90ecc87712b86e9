/** A header for comparing: no case, ё, currency signs, brackets or punctuation. */
export function foldHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Repeated headers told apart by number: `Телефон`, `Телефон (2)`; a nameless column gets its place. */
export function numberHeaders(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    const name = header === "" ? `№ ${index + 1}` : header;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** How alike two folded headers are: 1 the same, 0 nothing in common; by pairs of neighbouring letters (Dice). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const left = pairs(one);
  const right = pairs(other);
  let common = 0;
  let total = 0;
  for (const count of left.values()) total += count;
  for (const [pair, count] of right) {
    total += count;
    common += Math.min(count, left.get(pair) ?? 0);
  }
  return total === 0 ? 0 : (2 * common) / total;
}

/**
 * Has every word of a header its like among those of a name? «Тип контакта» and «Имя контакта» have most letters in
 * common, and are not one thing.
 */
export function wordForWord(header: string, name: string): boolean {
  const words = name.split(" ");
  return header
    .split(" ")
    .every((word) =>
      words.some((other) => other.startsWith(word) || word.startsWith(other) || likeness(word, other) >= 0.5),
    );
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of text.split(" "))
    for (let at = 0; at < Math.max(1, word.length - 1); at++) {
      const pair = word.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
  return found;
}
