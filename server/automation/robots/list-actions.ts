import { z } from "zod";
import { catalog, type Field } from "@/server/fields";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { ActionInfo, FieldInfo, ListActions } from "../contract";
import { templateNames } from "../record/template-names";
import { actions } from "../registry";

export type Offered = {
  actions: ActionInfo[];
  /** What conditions and dates may name, people around the record among it. */
  fields: FieldInfo[];
  /** What templates may name. */
  templates: ReturnType<typeof templateNames>;
};

/** Every action for a kind of record with the form of its parameters, and the names it may use. */
export async function listActions(ctx: Context, { entity = "deal" }: ListActions = {}): Promise<Offered> {
  authorize(ctx, "automation.view");
  const catalogs = await inOrganization(ctx, async (tx) => ({
    record: await catalog(ctx, tx, entity),
    deal: await catalog(ctx, tx, "deal"),
    contact: await catalog(ctx, tx, "contact"),
    company: await catalog(ctx, tx, "company"),
  }));
  const links = catalogs.record.flatMap((link) => linkedFields(link, catalogs));
  return {
    actions: actions
      .filter((action) => action.entities.includes(entity))
      .map(({ type, label, hint, icon, params }) => ({
        ...{ type, label, hint, icon },
        schema: z.toJSONSchema(params, { io: "input" }),
      })),
    fields: [...catalogs.record.map(infoOf), ...links],
    templates: templateNames(entity, catalogs),
  };
}

function linkedFields(
  link: Field,
  catalogs: Record<"deal" | "contact" | "company", readonly Field[]>,
): FieldInfo[] {
  const { linksTo } = link;
  if (linksTo !== "deal" && linksTo !== "contact" && linksTo !== "company") return [];
  return catalogs[linksTo].map((field) => ({
    ...infoOf(field),
    key: `${link.key}.${field.key}`,
    label: { en: `${link.label.en}: ${field.label.en}`, ru: `${link.label.ru}: ${field.label.ru}` },
    editable: false,
  }));
}

function infoOf({ key, type, label, editable, filterable, options, linksTo }: Field): FieldInfo {
  const choices = options?.map(({ id, name }) => ({ id, name })) ?? null;
  return { key, type, label, editable, filterable, choices, linksTo: linksTo ?? null };
}
