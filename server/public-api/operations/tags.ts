import { z } from "zod";
import * as tags from "@/server/crm/tags";
import * as contract from "@/server/crm/tags/contract";
import { stageColours } from "@/server/platform/palette";
import { defineOperation } from "../define-operation";
import { list } from "../schemas";

const group = "tags";
const write = "tags:write";

const output = z.object({ id: z.uuid(), name: z.string(), colour: z.enum(stageColours) }).meta({ id: "Tag" });

/** Words that records are marked with; a record has the ids of its own at `custom.tags`. */
export const tagOperations = [
  defineOperation({
    ...{ id: "listTags", method: "GET", path: "/tags", group, scope: "tags:read" },
    summary: { en: "Tags, with how many records have each", ru: "Теги и число записей с каждым" },
    output: list(output.extend({ records: z.number().int() }).meta({ id: "UsedTag" })),
    verb: async (ctx) => ({ items: await tags.listTags(ctx) }),
  }),
  defineOperation({
    ...{ id: "createTag", method: "POST", path: "/tags", group, scope: write, output, status: 201 },
    summary: {
      en: "Add a tag; a name that is taken answers its tag",
      ru: "Добавить тег; если имя занято, вернётся имеющийся",
    },
    body: contract.CreateTag,
    verb: (ctx, { body }) => tags.createTag(ctx, body),
  }),
  defineOperation({
    ...{ id: "changeTag", method: "PATCH", path: "/tags/{id}", group, scope: write, output },
    summary: { en: "Rename or recolour a tag", ru: "Изменить имя или цвет тега" },
    body: contract.ChangeTag.shape.changes,
    verb: (ctx, { params: { id = "" }, body }) => tags.changeTag(ctx, { tagId: id, changes: body }),
  }),
  defineOperation({
    ...{ id: "mergeTags", method: "POST", path: "/tags/{id}/merge", group, scope: write, output: null },
    summary: { en: "Put another tag in its place everywhere", ru: "Заменить тег другим во всех записях" },
    body: contract.MergeTags.omit({ tagId: true }),
    verb: (ctx, { params: { id = "" }, body }) => tags.mergeTags(ctx, { ...body, tagId: id }),
  }),
  defineOperation({
    ...{ id: "deleteTag", method: "DELETE", path: "/tags/{id}", group, scope: write, output: null },
    summary: { en: "Take a tag off every record", ru: "Удалить тег у всех записей" },
    verb: (ctx, { params: { id = "" } }) => tags.deleteTag(ctx, { tagId: id }),
  }),
];
