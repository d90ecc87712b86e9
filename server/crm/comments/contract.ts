import { z } from "zod";
import { requiredText } from "@/server/platform/text";

const comment = requiredText(20_000);

export const AddComment = z.strictObject({ recordId: z.uuid(), text: comment });

export const CommentId = z.strictObject({ commentId: z.uuid() });
export const EditComment = z.strictObject({ commentId: z.uuid(), text: comment });
export type EditComment = z.output<typeof EditComment>;

/** Whom a comment on a record may mention. */
export type Mentionable = { id: string; name: string };

const mark = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gi;

/** The members a text mentions: `@[member's id]`, each once. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].map(([, id]) => (id ?? "").toLowerCase()))];
}

export type TextPart = { text: string } | { memberId: string };

/** A comment's text taken apart at its mentions. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const found of text.matchAll(mark)) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    parts.push({ memberId: (found[1] ?? "").toLowerCase() });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** The text as people read it, names in place of marks; who is not known is nobody. */
export function plainComment(text: string, nameOf: (memberId: string) => string | null | undefined): string {
  return partsOf(text)
    .map((part) => ("text" in part ? part.text : `@${nameOf(part.memberId) ?? "…"}`))
    .join("");
}
