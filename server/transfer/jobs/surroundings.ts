import { categoriesOf } from "@/server/crm/products";
import { countryOf } from "@/server/crm/records";
import { longestTag } from "@/server/crm/tags/contract";
import { catalog, type Field, tagsKey } from "@/server/fields";
import { longestChoice, mostChoices } from "@/server/fields/contract";
import { listMembers } from "@/server/identity";
import { listLossReasons, listPipelines, listSources } from "@/server/pipelines";
import { type Context, inOrganization, isStaged, joining, type Transaction } from "@/server/platform";
import type { Importable, Mapping, TargetField, TargetType } from "../contract";
import type { Surroundings } from "../plan/cell-parser";
import { targets } from "../targets";
import { named } from "../targets/choices";
import type { Surrounding } from "../targets/draft";

export type Around = Surroundings & Surrounding & { fields: TargetField[] };

type Wanted = {
  entity: Importable;
  /** Of list items: the list. */
  listId: string | null;
  language: "en" | "ru";
  reading: { lossless: boolean };
  /** Columns whose fields are to be made count as fields. */
  mapping?: Mapping;
};

/** What rows are read against: the workspace's people, pipelines, sources and fields, those to be made among them. */
export async function surroundings(ctx: Context, wanted: Wanted): Promise<Around> {
  return inOrganization(ctx, async (tx) => {
    const inside = joining(ctx, tx);
    const { lossless } = wanted.reading;
    // What was archived since is still on the records that our own export has it on.
    const kept = { archived: lossless };
    const around = {
      language: wanted.language,
      timeZone: ctx.timeZone,
      country: countryOf(ctx) ?? ("RU" as const),
      currency: ctx.currency,
      members: await listMembers({ ...inside, member: null }),
      pipelines: isStaged(wanted.entity) ? await listPipelines(inside, { entity: wanted.entity }) : [],
      sources: await listSources(inside, kept),
      lossReasons: await listLossReasons(inside, kept),
      categories: wanted.entity === "product" ? await categoriesOf(inside) : [],
      listId: wanted.listId,
      lossless,
    };
    const own = await ownFields(tx, ctx, wanted);
    const planned = (wanted.mapping ?? []).flatMap(({ field, create }): TargetField[] => {
      if (!create) return [];
      const type = create.type === "checkbox" ? "boolean" : create.type;
      const label = { en: create.label, ru: create.label };
      return [
        { key: field, type, label, options: [], newOptions: { longest: longestChoice, most: mostChoices } },
      ];
    });
    return { ...around, fields: [...targets[wanted.entity].fields(around), ...own, ...planned] };
  });
}

const types: Partial<Record<Field["type"], TargetType>> = {
  text: "text",
  number: "number",
  money: "money",
  date: "date",
  datetime: "datetime",
  list: "list",
  multi_list: "multi_list",
  member: "member",
  link: "link",
  checkbox: "boolean",
  url: "url",
};

/** What is read as it is kept, where people write it in other ways. */
const asKept: Partial<Record<TargetType, TargetType>> = { money: "minor", url: "text" };

async function ownFields(tx: Transaction, ctx: Context, wanted: Wanted): Promise<TargetField[]> {
  const { lossless } = wanted.reading;
  const fields = await catalog(ctx, tx, wanted.entity, wanted.listId);
  return fields.flatMap((field): TargetField[] => {
    const type = field.custom && types[field.type];
    if (!type) return [];
    const options = field.options ?? [];
    const offered = options.filter((option) => !option.archived);
    return [
      {
        key: field.key,
        type: (lossless && asKept[type]) || type,
        label: field.label,
        required: field.custom?.required ?? false,
        // Of two choices of one name the one that is offered counts.
        options: named(lossless ? [...options.filter((option) => option.archived), ...offered] : offered),
        newOptions: {
          longest: field.key === tagsKey ? longestTag : longestChoice,
          most: Math.max(mostChoices - offered.length, 0),
        },
        ...(field.linksTo && { linksTo: field.linksTo }),
        ...(field.custom?.options.currency && { currency: field.custom.options.currency }),
      },
    ];
  });
}
