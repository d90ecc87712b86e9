import { recordTypeOf } from "@/server/crm/registry";
import type { Field } from "@/server/fields";
import type { AutomatedEntity } from "@/server/platform";

/** What a field is called in templates: `closesAt` is `closes_at`, `sourceId` is `source`, `amountMinor` is `amount`. */
export function templateName(key: string): string {
  if (key.startsWith("c_")) return key;
  return key.replace(/(Id|Minor)$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export type TemplateName = { name: string; label: { en: string; ru: string }; group: string };

const person = [
  { key: "name", label: { en: "Name", ru: "Имя" } },
  { key: "email", label: { en: "Email", ru: "Эл. почта" } },
];

const title = { key: "title", label: { en: "Title", ru: "Название" } };

// Not every kind of record has its title for a field; templates know it of all.
function titled(fields: readonly Pick<Field, "key" | "label">[]) {
  return fields.some(({ key }) => key === title.key) ? fields : [title, ...fields];
}

/** Every name a template over the entity may use, in the order the editor offers them. */
export function templateNames(
  entity: AutomatedEntity,
  catalogs: Record<"record" | "deal" | "contact" | "company", readonly Field[]>,
): TemplateName[] {
  const of = (group: string, fields: readonly Pick<Field, "key" | "label">[]) =>
    fields.map(({ key, label }) => ({ name: `${group}.${templateName(key)}`, label, group }));
  return [
    ...of(entity, [...titled(catalogs.record), ...(recordTypeOf(entity).derived ?? [])]),
    ...(entity === "invoice" ? of("deal", catalogs.deal) : []),
    ...of("contact", catalogs.contact),
    ...of("company", catalogs.company),
    ...of("owner", person),
  ];
}
