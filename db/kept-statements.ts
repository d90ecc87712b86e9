import { createHash } from "node:crypto";

/** What stands in a read that asks for the same rows by the same keys every time, and so may be kept planned. */
export const keep = "/* kept */";

/** Statements kept on each connection, at most: what is asked once in many shapes must not fill the server's memory. */
const mostKept = 200;
const mostCounted = 2_000;
/** A text is kept from its third coming on. */
const often = 3;

const writes = /^(insert into|update|with "left_stage" as) /;
const locks = / for (update|share)( of \S+)?$/;

const comings = new Map<string, number>();
const names = new Map<string, string>();

type Asked = { text: string; name?: string };

/**
 * Names a statement that comes again and again, so that a connection parses and plans it once. Only writes, locks and
 * reads marked with `keep` are: a plan made for any value at all would be a bad one for many filters.
 * `DATABASE_PREPARE=off` keeps none, for a connection pooler that does not know named statements.
 */
export function kept<Query extends Asked>(asked: Query): Query {
  if (asked.name !== undefined) return asked;
  const known = names.get(asked.text);
  if (known) return { ...asked, name: known };
  if (!isKeepable(asked.text) || names.size >= mostKept || process.env.DATABASE_PREPARE === "off")
    return asked;
  if (comings.size >= mostCounted) comings.clear();
  const coming = (comings.get(asked.text) ?? 0) + 1;
  comings.set(asked.text, coming);
  if (coming < often) return asked;
  // Named by what it says: a bundle may hold this file more than once, over the same connections.
  const name = `kept_${createHash("md5").update(asked.text).digest("hex")}`;
  comings.delete(asked.text);
  names.set(asked.text, name);
  return { ...asked, name };
}

function isKeepable(text: string): boolean {
  return text.includes(keep) || writes.test(text) || locks.test(text);
}
