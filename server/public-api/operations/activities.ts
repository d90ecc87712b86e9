import { z } from "zod";
import {
  agenda,
  changeActivity,
  completeActivity,
  createActivity,
  deleteActivity,
  listActivities,
  reopenActivity,
  restoreActivity,
} from "@/server/crm/activities";
import {
  AgendaQuery,
  activityKinds,
  ChangeActivity,
  CompleteActivity,
  CreateActivity,
} from "@/server/crm/activities/contract";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { ActivitySchema, instant, list, pascal } from "../schemas";

const group = "activities";
const write = "activities:write";
const about: z.ZodType = ActivitySchema;

/** A record's activities. */
export function recordActivities({ entity }: AnyRecordType): ApiOperation[] {
  const path = `/${plurals[entity]}/{id}/activities`;
  return [
    defineOperation({
      ...{ id: `listActivitiesOf${pascal(entity)}`, method: "GET", path, group, scope: "activities:read" },
      summary: { en: "A record's activities", ru: "Дела записи" },
      output: list(about),
      async verb(ctx, { params: { id = "" } }) {
        await getRecord(ctx, { entity, id });
        return { items: await listActivities(ctx, { recordId: id }) };
      },
    }),
    defineOperation({
      ...{ id: `createActivityOf${pascal(entity)}`, method: "POST", path, group, scope: "activities:write" },
      summary: { en: "Plan an activity", ru: "Запланировать дело" },
      body: CreateActivity.omit({ recordId: true }),
      output: about,
      status: 201,
      async verb(ctx, { params: { id = "" }, body }) {
        await getRecord(ctx, { entity, id });
        return createActivity(ctx, { ...body, recordId: id });
      },
    }),
  ];
}

/** An instant in an address. */
const moment = instant.transform((text) => new Date(text)).optional();

export const activityOperations = [
  defineOperation({
    ...{ id: "listActivities", method: "GET", path: "/activities", group, scope: "activities:read" },
    summary: {
      en: "Activities over all records, the soonest first",
      ru: "Дела всех записей, сначала ближайшие",
    },
    query: z.strictObject({
      from: moment,
      to: moment,
      memberId: z.uuid().optional().meta({ description: "Whose; everybody’s unless said." }),
      kind: z.enum(activityKinds).optional(),
      state: AgendaQuery.shape.state,
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    output: z.object({
      items: z.array(
        ActivitySchema.extend({
          record: z.object({ id: z.uuid(), entity: z.string(), title: z.string() }),
        }).meta({ id: "AgendaItem" }),
      ),
      more: z.boolean().meta({ description: "Whether the limit left some out: ask for a shorter time." }),
    }),
    verb: (ctx, { query: { memberId, kind, ...query } }) =>
      agenda(ctx, {
        ...query,
        ...(memberId && { memberIds: [memberId] }),
        ...(kind && { kinds: [kind] }),
      }),
  }),
  defineOperation({
    ...{ id: "changeActivity", method: "PATCH", path: "/activities/{id}", group, scope: write },
    summary: { en: "Change an activity", ru: "Изменить дело" },
    body: ChangeActivity.shape.changes,
    output: about,
    verb: (ctx, { params: { id = "" }, body }) => changeActivity(ctx, { activityId: id, changes: body }),
  }),
  defineOperation({
    ...{ id: "completeActivity", method: "POST", path: "/activities/{id}/complete", group, scope: write },
    summary: { en: "Mark as done, with what came of it", ru: "Отметить сделанным и записать результат" },
    body: CompleteActivity.omit({ activityId: true }),
    output: about,
    verb: (ctx, { params: { id = "" }, body }) => completeActivity(ctx, { ...body, activityId: id }),
  }),
  defineOperation({
    ...{ id: "reopenActivity", method: "POST", path: "/activities/{id}/reopen", group, scope: write },
    summary: { en: "Mark as not done", ru: "Вернуть в работу" },
    output: about,
    verb: (ctx, { params: { id = "" } }) => reopenActivity(ctx, { activityId: id }),
  }),
  defineOperation({
    ...{
      id: "deleteActivity",
      method: "DELETE",
      path: "/activities/{id}",
      group,
      scope: write,
      output: null,
    },
    summary: { en: "Delete an activity", ru: "Удалить дело" },
    verb: (ctx, { params: { id = "" } }) => deleteActivity(ctx, { activityId: id }),
  }),
  defineOperation({
    ...{ id: "restoreActivity", method: "POST", path: "/activities/{id}/restore", group, scope: write },
    summary: { en: "Bring a deleted activity back", ru: "Вернуть удалённое дело" },
    output: null,
    verb: (ctx, { params: { id = "" } }) => restoreActivity(ctx, { activityId: id }),
  }),
];
