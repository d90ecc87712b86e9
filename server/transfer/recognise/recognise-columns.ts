import type { TargetField, TargetType } from "../contract";
import type { Cell } from "../read/table";
import { aliases, type ImportEntity, prefixes } from "./aliases";
import { type Looks, looksLike } from "./by-values";
import { type Format, recogniseFormat } from "./formats";
import { foldHeader, likeness, numberHeaders, wordForWord } from "./header";

export type GuessReason = "label" | "alias" | "similar" | "values";
/** A field a column may be, from 0 to 1 how likely, and what told. */
export type Guess = { field: string; score: number; reason: GuessReason };

export type RecognisedColumn = {
  column: number;
  /** The header, numbered when it is repeated. */
  title: string;
  guess: Guess | null;
  /** Others it might be, the likeliest first. */
  others: Guess[];
  /** For a custom field to be made of it; null is text. */
  looks: Looks | null;
};

export type Recognised = { format: (Format & { score: number }) | null; columns: RecognisedColumn[] };

const ALIKE = 0.72;

/** Guesses which field each column is, from its header and some of its rows. */
export function recogniseColumns(
  header: readonly string[],
  sample: readonly (readonly Cell[])[],
  target: { entity: ImportEntity; fields: readonly TargetField[] },
): Recognised {
  const titles = numberHeaders(header);
  const known = namesOf(target.entity, target.fields);
  const fields = new Map(target.fields.map((field) => [field.key, field]));
  const columns = header.map((name, column): RecognisedColumn => {
    const looks = looksLike(sample.map((cells) => cells[column] ?? ""));
    const [guess = null, ...others] = guesses(foldHeader(name), known, fields, looks);
    return { column, title: titles[column] ?? name, guess, others: others.slice(0, 3), looks };
  });
  settle(columns, header, fields);
  return { format: recogniseFormat(header), columns };
}

function namesOf(entity: ImportEntity, fields: readonly TargetField[]): Map<string, Guess[]> {
  const names = new Map<string, Guess[]>();
  function add(name: string, guess: Guess): void {
    const key = foldHeader(name);
    if (key === "" && name !== "№") return;
    const known = names.get(key) ?? [];
    if (!known.some((one) => one.field === guess.field)) names.set(key, [...known, guess]);
  }
  for (const field of fields)
    for (const label of [field.label.ru, field.label.en])
      add(label, { field: field.key, score: 1, reason: "label" });
  for (const field of fields) {
    const own = aliases[entity][field.key] ?? "";
    own.split("|").forEach((alias, place) => {
      if (alias) add(alias, { field: field.key, score: 0.98 - Math.min(place, 40) / 1000, reason: "alias" });
    });
    for (const [prefix, other] of Object.entries(prefixes)) {
      if (!field.key.startsWith(`${other}.`)) continue;
      for (const alias of own.split("|"))
        if (alias) add(`${prefix} ${alias}`, { field: field.key, score: 0.97, reason: "alias" });
    }
  }
  return names;
}

function guesses(
  name: string,
  known: Map<string, Guess[]>,
  fields: Map<string, TargetField>,
  looks: Looks | null,
): Guess[] {
  const best = new Map<string, Guess>();
  function offer(guess: Guess): void {
    const type = fields.get(guess.field)?.type;
    const score = guess.score + agreement(type, looks);
    if (score > (best.get(guess.field)?.score ?? 0))
      best.set(guess.field, { ...guess, score: Math.min(1, Math.max(0, score)) });
  }
  for (const guess of known.get(name) ?? []) offer(guess);
  if (best.size === 0 && name.length >= 3) {
    for (const [alias, found] of known) {
      const alike = likeness(name, alias);
      if (alike >= ALIKE && wordForWord(name, alias))
        for (const guess of found) offer({ field: guess.field, score: alike * 0.8, reason: "similar" });
    }
  }
  if (best.size === 0 && looks && telling.has(looks.type)) {
    for (const field of fields.values())
      if (field.type === looks.type) offer({ field: field.key, score: 0.5 * looks.share, reason: "values" });
  }
  return [...best.values()].sort((a, b) => b.score - a.score).filter((guess) => guess.score >= 0.4);
}

/** Only what nothing else looks like. */
const telling = new Set<TargetType>(["phones", "emails", "tax_id"]);

/** Values may speak for a guess, or against it: a "Phone" column of emails is no phone. */
function agreement(type: TargetType | undefined, looks: Looks | null): number {
  if (!looks || !type) return 0;
  if (type === looks.type) return 0.02;
  const strict = telling.has(looks.type) || looks.type === "date" || looks.type === "datetime";
  const readable =
    type === "text" ||
    type === "external_id" ||
    (type === "date" && looks.type === "datetime") ||
    (type === "datetime" && looks.type === "date");
  return strict && !readable ? -0.4 : 0;
}

/** One column for a field, but for phones and the like, and for a header that stands there twice. */
function settle(
  columns: RecognisedColumn[],
  header: readonly string[],
  fields: Map<string, TargetField>,
): void {
  const taken = new Map<string, RecognisedColumn>();
  for (const column of columns.toSorted(
    (a, b) => (b.guess?.score ?? 0) - (a.guess?.score ?? 0) || a.column - b.column,
  )) {
    while (column.guess) {
      const { field } = column.guess;
      const owner = taken.get(field);
      const shared = fields.get(field)?.many || (owner && header[owner.column] === header[column.column]);
      if (!owner || shared) {
        taken.set(field, owner ?? column);
        break;
      }
      column.guess = column.others.shift() ?? null;
    }
  }
}
