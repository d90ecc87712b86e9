import { z } from "zod";
import {
  type AnyRecordType,
  getRecord,
  listRecords,
  restoreRecord,
  shownRecord,
  trashRecord,
  updateRecord,
} from "@/server/crm/registry";
import { recordTimeline } from "@/server/crm/timeline";
import { type Context, inOrganization, joining } from "@/server/platform";
import { assertMayAsk } from "../assert-may-ask";
import { plurals } from "../contract";
import { creators } from "../creators";
import { momentCursor, readMoment } from "../cursor";
import { type ApiOperation, defineOperation } from "../define-operation";
import { customValues, EventSchema, ListQuery, PageQuery, page, pascal, recordSchema } from "../schemas";

/** What can be done with records of any type: a type that is registered has all of this. */
export function recordOperations(type: AnyRecordType): ApiOperation[] {
  const { entity } = type;
  const plural = plurals[entity];
  const name = pascal(entity);
  const group = plural;
  const read = `${plural}:read` as const;
  const write = `${plural}:write` as const;
  const output = recordSchema(type);
  const one = `/${plural}/{id}`;
  const show = async (ctx: Context, id: string) => shownRecord((await getRecord(ctx, { entity, id })).record);

  const creator = creators[entity];

  return [
    defineOperation({
      ...{ id: `list${name}`, method: "GET", path: `/${plural}`, group, scope: read },
      summary: { en: "List, filter and search", ru: "Список, фильтр и поиск" },
      query: ListQuery,
      output: z.object({
        items: z.array(output),
        nextCursor: z.string().nullable(),
        total: z.number().int().nullable(),
      }),
      async verb(ctx, { query: { sort, fields, count, ...query } }) {
        await assertMayAsk(ctx, entity, query.filter);
        const { records, nextCursor, total } = await listRecords(ctx, {
          ...query,
          entity,
          sort: { field: sort.replace(/^-/, ""), direction: sort.startsWith("-") ? "desc" : "asc" },
          columns: fields
            ?.split(",")
            .map((key) => key.trim().slice(0, 60))
            .slice(0, 100),
          count: count === "true",
        });
        return { items: records.map(shownRecord), nextCursor, total };
      },
    }),
    defineOperation({
      ...{ id: `create${name}`, method: "POST", path: `/${plural}`, group, scope: write, output },
      summary: { en: `Create`, ru: "Создать" },
      body: creator.body,
      status: 201,
      verb: (ctx, input) =>
        inOrganization(ctx, async (tx) => {
          const inside = joining(ctx, tx);
          return show(inside, (await creator.create(inside, input.body)).id);
        }),
    }),
    defineOperation({
      ...{ id: `get${name}`, method: "GET", path: one, group, scope: read, output },
      summary: { en: "Read one", ru: "Прочитать" },
      verb: (ctx, { params }) => show(ctx, params.id ?? ""),
    }),
    defineOperation({
      ...{ id: `update${name}`, method: "PATCH", path: one, group, scope: write, output },
      summary: { en: "Change fields", ru: "Изменить поля" },
      body: changesOf(type),
      versioned: true,
      async verb(ctx, { params, body, version }) {
        const { version: seen, custom, ...changes } = body;
        const { record } = await updateRecord(ctx, {
          ...{ entity, id: params.id ?? "", version: version ?? seen },
          changes: { ...changes, ...custom },
        });
        return shownRecord(record);
      },
    }),
    defineOperation({
      ...{ id: `trash${name}`, method: "DELETE", path: one, group, scope: write, output: null },
      summary: { en: "Move to the trash", ru: "В корзину" },
      verb: (ctx, { params }) => trashRecord(ctx, { entity, id: params.id ?? "" }),
    }),
    defineOperation({
      ...{ id: `restore${name}`, method: "POST", path: `${one}/restore`, group, scope: write, output },
      summary: { en: "Restore from the trash", ru: "Вернуть из корзины" },
      async verb(ctx, { params }) {
        await restoreRecord(ctx, { entity, id: params.id ?? "" });
        return show(ctx, params.id ?? "");
      },
    }),
    defineOperation({
      ...{ id: `timeline${name}`, method: "GET", path: `${one}/timeline`, group, scope: read },
      summary: { en: "What happened, the newest first", ru: "История, сначала новое" },
      query: PageQuery,
      output: page(EventSchema),
      async verb(ctx, { params, query }) {
        const recordId = params.id ?? "";
        await getRecord(ctx, { entity, id: recordId });
        const { entries, nextCursor } = await recordTimeline(ctx, {
          ...{ recordId, limit: Math.min(query.limit, 100), cursor: readMoment(query.cursor) },
        });
        const items = entries.map((entry) => {
          const { id, name, actor, data, occurredAt } = entry;
          return { id, name, entity: entry.entity, recordId: entry.recordId, actor, data, occurredAt };
        });
        return { items, nextCursor: momentCursor(nextCursor) };
      },
    }),
  ];
}

/** What may be changed: the type's own fields, custom ones, and the version that was seen. */
function changesOf({ changes }: AnyRecordType) {
  const more = { custom: customValues.optional(), version: z.number().int().positive().optional() };
  // Every type's changes are a strict object; the general type does not say so.
  const fields = changes instanceof z.ZodObject ? changes : z.strictObject({});
  return fields.extend(more);
}
