import type { z } from "zod";
import { completeActivity, createActivity, listActivities, reopenActivity } from "@/server/crm/activities";
import { CreateActivity } from "@/server/crm/activities/contract";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { ActivitySchema, list, pascal } from "../schemas";

const group = "activities";
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

export const activityOperations = [
  defineOperation({
    ...{ id: "completeActivity", method: "POST", path: "/activities/{id}/complete", group },
    summary: { en: "Mark as done", ru: "Отметить сделанным" },
    scope: "activities:write",
    output: about,
    verb: (ctx, { params: { id = "" } }) => completeActivity(ctx, { activityId: id }),
  }),
  defineOperation({
    ...{ id: "reopenActivity", method: "POST", path: "/activities/{id}/reopen", group },
    summary: { en: "Mark as not done", ru: "Вернуть в работу" },
    scope: "activities:write",
    output: about,
    verb: (ctx, { params: { id = "" } }) => reopenActivity(ctx, { activityId: id }),
  }),
];
