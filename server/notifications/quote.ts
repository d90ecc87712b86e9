import { mentionsIn, plainComment } from "@/server/crm/comments/contract";
import { memberNames } from "@/server/identity";
import type { Context, Transaction } from "@/server/platform";
import { type Happening, textIn } from "./define-type";

const longest = 500;

/** A comment's text as people read it, the names of those mentioned in place of marks. */
export async function quoteOf(
  tx: Transaction,
  ctx: Context,
  { data }: Happening,
): Promise<Record<string, unknown>> {
  const text = textIn(data, "text");
  const mentioned = mentionsIn(text);
  const names = mentioned.length > 0 ? await memberNames(tx, ctx, mentioned) : {};
  return { quote: plainComment(text, (id) => names[id]).slice(0, longest) };
}
