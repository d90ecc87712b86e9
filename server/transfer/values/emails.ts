import type { Cell } from "../read/table";
import { blank, type Parse, type Parsed, refused, textOf, value } from "./parsed";

const ADDRESS =
  /^[\p{L}\d!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\d!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+[\p{L}][\p{L}\d-]{1,62}$/u;
// Nearly all addresses; a plain class is several times as fast as one of all the world's letters.
const PLAIN = /^[\w%+-]+(?:\.[\w%+-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;
const NAMED = /^[^<>]*<([^<>]+)>$/;

/** Reads one or several addresses, kept as typed; "Name <address>" gives the address. */
export const parseEmails: Parse<string[]> = (cell: Cell): Parsed<string[]> => {
  const text = textOf(cell);
  if (text === "") return blank;
  if (isEmail(text)) return value([text]);
  const found: string[] = [];
  for (const part of text.split(/[;,\n|]+|\s\/\s|(?<=[^\s<])\s+(?=[^\s<>]+@)/)) {
    const bare = part.trim();
    if (bare === "") continue;
    const address = (NAMED.exec(bare)?.[1] ?? bare).trim().replace(/^mailto:/i, "");
    if (!isEmail(address)) return refused("NOT_AN_EMAIL");
    if (!found.some((one) => one.toLowerCase() === address.toLowerCase())) found.push(address);
  }
  return found.length > 0 ? value(found) : refused("NOT_AN_EMAIL");
};

/** Could a letter be sent there? */
export function isEmail(text: string): boolean {
  return text.length <= 254 && (PLAIN.test(text) || ADDRESS.test(text));
}
