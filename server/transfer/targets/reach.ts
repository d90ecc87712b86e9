import { type KeyedPoint, pointKey } from "@/server/crm/records";
import { fold, plainText } from "@/server/filter";
import type { Context } from "@/server/platform";
import type { Parts } from "../values/parts";
import { type Labels, labelKey, type PhoneValue } from "../values/phones";
import { shortened } from "../values/shortened";

type Values = Record<string, unknown>;

const LONGEST_NAME = 200;

const others = [
  { kind: "messenger", field: "telegram", longest: 100, label: "Telegram" },
  { kind: "address", field: "address", longest: 500, label: null },
  { kind: "site", field: "website", longest: 300, label: null },
  { kind: "tax_id", field: "taxId", longest: 40, label: null },
] as const;

/** The points that a row's values name, each with its key. */
export function pointsOf(ctx: Context, values: Values): KeyedPoint[] {
  const kept = values.points as Parts["points"] | undefined;
  if (kept) return kept.map((one) => ({ ...one, key: pointKey(ctx, one.kind, one.value) }));
  const labels = values.labels as Labels | undefined;
  const labelOf = (point: PhoneValue | string) => labels?.get(labelKey(point)) ?? null;
  const points: KeyedPoint[] = phonesIn(values).map((phone) => ({
    kind: "phone",
    value: phone.extension ? `${phone.number} ext. ${phone.extension}` : phone.number,
    key: phoneKeyOf(phone),
    label: labelOf(phone),
  }));
  for (const email of emailsIn(values))
    points.push({ kind: "email", value: email, key: email.toLowerCase(), label: labelOf(email) });
  const messengers = (values.messengers as string[] | undefined) ?? [];
  for (const told of messengers) {
    const value = shortened(told, 100);
    points.push({ kind: "messenger", value, key: pointKey(ctx, "messenger", value), label: labelOf(told) });
  }
  for (const { kind, field, longest, label } of others) {
    const told = values[field];
    const value = typeof told === "string" ? shortened(told, longest) : null;
    if (value !== null) points.push({ kind, value, key: pointKey(ctx, kind, value), label });
  }
  return points;
}

/** A phone as `contact_point.key` has it. */
export function phoneKeyOf({ number, extension }: PhoneValue): string {
  return extension ? `${number}x${extension}` : number;
}

export function phonesIn(values: Values): PhoneValue[] {
  return (values.phones as PhoneValue[] | undefined) ?? [];
}

export function emailsIn(values: Values): string[] {
  return (values.emails as string[] | undefined) ?? [];
}

/** What a person is called as the row says: the full name, else its parts; null when nothing tells. */
export function toldName(values: Values): string | null {
  const parts = [values.firstName, values.middleName, values.lastName].flatMap((part) =>
    part === undefined ? [] : plainText(part),
  );
  const told = values.name ?? (parts.length > 0 ? parts.join(" ") : undefined);
  return told === undefined ? null : shortened(plainText(told), LONGEST_NAME);
}

/** What a person is called: their name, else how they are reached; empty when nothing tells. */
export function personName(values: Values): string {
  const name =
    toldName(values) ?? phonesIn(values)[0]?.number ?? emailsIn(values)[0] ?? values.telegram ?? "";
  return shortened(plainText(name), LONGEST_NAME);
}

/** What an organisation is called, likewise. */
export function firmName(values: Values): string {
  const name = values.name ?? values.website ?? emailsIn(values)[0] ?? phonesIn(values)[0]?.number ?? "";
  return shortened(plainText(name), LONGEST_NAME);
}

/** The values of the record that a row carries besides its own: `contact.name` as `name`. */
export function carried(values: Values, prefix: "contact." | "company."): Values {
  const own: Values = {};
  for (const key in values) if (key.startsWith(prefix)) own[key.slice(prefix.length)] = values[key];
  return own;
}

/**
 * The keys by which somebody is known, the surest first. A name counts only where nothing better is told: two people
 * may share it, and hardly a phone.
 */
export function knownBy(values: Values, kind: "contact" | "company"): string[] {
  const keys = [
    ...(typeof values.taxId === "string" ? [`t:${values.taxId.toLowerCase()}`] : []),
    ...emailsIn(values).map((email) => `e:${email.toLowerCase()}`),
    ...phonesIn(values).map((phone) => `p:${phoneKeyOf(phone)}`),
  ];
  if (kind === "company")
    return values.name === undefined
      ? keys
      : [...keys.slice(0, 1).filter(isTax), `n:${fold(firmName(values))}`];
  return keys.length > 0 || personName(values) === "" ? keys : [`n:${fold(personName(values))}`];
}

function isTax(key: string): boolean {
  return key.startsWith("t:");
}
