import type { CellWarning, OnUnknown, Option } from "../contract";
import type { Cell } from "../read/table";
import { NewOptions } from "./new-options";
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

/** An option there is, or one to be made when the import runs. */
export type Choice = { id: string } | { create: string };

export type ChoiceSettings = {
  options: readonly Option[];
  onUnknown: OnUnknown;
  replace: Readonly<Record<string, string | null>>;
  /** Those the field got so far. */
  newOptions?: NewOptions;
  /** What an id of another workspace is called. */
  nameOf?: NameOf;
};

/** Reads one option by its label, whatever the case. */
export function listParser(settings: ChoiceSettings): Parse<Choice> {
  const look = lookup(settings);
  return function parseList(cell: Cell): Parsed<Choice> {
    const text = textOf(cell);
    return text === "" ? blank : look(text);
  };
}

/** Reads several options parted by `;`, `|`, a line break, or a comma. A label that holds one of these goes first. */
export function multiListParser(settings: ChoiceSettings): Parse<Choice[]> {
  const look = lookup(settings);
  const known = new Set(settings.options.map((option) => fold(option.label)));
  const named = new Set(Object.keys(settings.replace).map(fold));
  const isKnown = (text: string) => known.has(fold(text)) || named.has(fold(text));
  return function parseMultiList(cell: Cell): Parsed<Choice[]> {
    const text = textOf(cell);
    if (text === "") return blank;
    const labels = isKnown(text)
      ? [text]
      : text.split(/[;|\n]+/).flatMap((part) => (isKnown(part) ? [part] : part.split(",")));
    const chosen: Choice[] = [];
    let warning: CellWarning | undefined;
    for (const label of labels.map((one) => one.trim())) {
      if (label === "") continue;
      const found = look(label);
      if (found.kind === "refused") return found;
      if (found.warning) warning = found.warning;
      if (found.kind === "value" && !chosen.some((one) => sameChoice(one, found.value)))
        chosen.push(found.value);
    }
    return chosen.length > 0 ? value(chosen, warning) : warning ? leftBlank : blank;
  };
}

/** Reads tags: any text is one. */
export const parseTags: Parse<string[]> = (cell: Cell): Parsed<string[]> => {
  const tags = new Map<string, string>();
  for (const part of textOf(cell).split(/[,;|\n]+/)) {
    const tag = part.trim();
    if (tag.length > 100) return refused("TOO_LONG");
    if (tag !== "" && !tags.has(fold(tag))) tags.set(fold(tag), tag);
  }
  return tags.size > 0 ? value([...tags.values()]) : blank;
};

function lookup({
  options,
  onUnknown,
  replace,
  nameOf,
  newOptions = new NewOptions(),
}: ChoiceSettings): (label: string) => Parsed<Choice> {
  const byLabel = new Map<string, Parsed<Choice>>();
  // Our own lossless export names choices by their ids.
  for (const option of options) byLabel.set(fold(option.id), value({ id: option.id }));
  for (const option of options) byLabel.set(fold(option.label), value({ id: option.id }));
  for (const [text, id] of Object.entries(replace))
    byLabel.set(fold(text), id === null ? blank : value({ id }));
  return function look(text: string): Parsed<Choice> {
    const label = byLabel.has(fold(text)) ? text : (nameOf?.(text) ?? text);
    const key = fold(label);
    const found = byLabel.get(key);
    if (found) return found;
    if (onUnknown === "blank") return leftBlank;
    // Asked before the choice: the import itself makes nothing any more, and has to say what the trial run said.
    if (label.length > newOptions.longest) return refused("NAME_TOO_LONG");
    if (onUnknown === "refuse") return refused("NO_SUCH_OPTION");
    const name = newOptions.named(label);
    return name === null ? refused("TOO_MANY_OPTIONS") : value<Choice>({ create: name });
  };
}

function sameChoice(one: Choice, other: Choice): boolean {
  return "id" in one
    ? "id" in other && one.id === other.id
    : "create" in other && one.create === other.create;
}
