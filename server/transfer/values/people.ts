import type { OnUnknown } from "../contract";
import type { Cell } from "../read/table";
import {
  blank,
  fold,
  leftBlank,
  type NameOf,
  type Parse,
  type Parsed,
  refused,
  textOf,
  value,
} from "./parsed";

export type MemberChoice = { id: string; name: string; email: string };

export type MemberSettings = {
  members: readonly MemberChoice[];
  onUnknown: OnUnknown;
  replace: Readonly<Record<string, string | null>>;
  /** What an id of another workspace is called. */
  nameOf?: NameOf;
};

const SEVERAL = "several";

/** Finds a member by email or name; first and last names may stand in either order, patronymics may be left out. */
export function memberParser({ members, onUnknown, replace, nameOf }: MemberSettings): Parse<string> {
  const known = new Map<string, string | null>();
  for (const member of members) {
    for (const name of namesOf(member.name))
      known.set(name, known.has(name) && known.get(name) !== member.id ? SEVERAL : member.id);
  }
  for (const member of members) known.set(fold(member.email), member.id).set(fold(member.id), member.id);
  for (const [text, id] of Object.entries(replace)) known.set(fold(text), id);
  return function parseMember(cell: Cell): Parsed<string> {
    const text = textOf(cell);
    if (text === "") return blank;
    const key = fold(known.has(fold(text)) ? text : (nameOf?.(text) ?? text));
    const id =
      known.get(key) ??
      known.get(/<([^<>]+)>\s*$/.exec(key)?.[1] ?? key) ??
      known.get(sorted(key)) ??
      known.get(sorted(key.split(" ").slice(0, 2).join(" ")));
    if (id === SEVERAL) return refused("SEVERAL_MEMBERS");
    if (id) return value(id);
    if (known.get(key) === null) return blank;
    return onUnknown === "refuse" ? refused("NO_SUCH_MEMBER") : leftBlank;
  };
}

function namesOf(name: string): Set<string> {
  const folded = fold(name);
  const words = folded.split(" ");
  const pairs = words.length === 3 ? [words.slice(0, 2), [words[0] ?? "", words[2] ?? ""]] : [];
  return new Set([folded, sorted(folded), ...pairs.map((pair) => sorted(pair.join(" ")))]);
}

function sorted(name: string): string {
  return name.split(" ").toSorted().join(" ");
}
