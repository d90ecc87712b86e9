import type { Mentionable } from "@/server/crm/comments/contract";

/** The word being typed after an @ that ends at the caret; null when there is none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(^|[\s(])@([\p{L}\p{N}.-]{0,40})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  const query = found[2] ?? "";
  return { from: caret - query.length - 1, query };
}

/** Those whose name has a word that begins so, the first few. */
export function matching(people: readonly Mentionable[], query: string): Mentionable[] {
  const wanted = query.toLowerCase();
  return people
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(/\s+/)
        .some((word, at, words) => words.slice(at).join(" ").startsWith(wanted)),
    )
    .slice(0, 6);
}

/** Puts a name where the word after the @ stood. @returns the text and where the caret goes */
export function withMention(
  text: string,
  { from, query }: { from: number; query: string },
  { name }: Mentionable,
): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(from + 1 + query.length).replace(/^ /, ""), caret: before.length };
}

/** The text as it is stored: names that were chosen become marks, the longest first. */
export function marked(text: string, people: readonly Mentionable[]): string {
  return people
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((said, { id, name }) => said.replaceAll(`@${name}`, `@[${id}]`), text);
}
