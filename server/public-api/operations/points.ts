import { z } from "zod";
import { ContactPoints, contactPointKinds } from "@/server/crm/records/contract";
import { type AnyRecordType, changePoints, recordPoints } from "@/server/crm/registry";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { list, pascal } from "../schemas";

const PointSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(contactPointKinds),
    value: z.string(),
    key: z
      .string()
      .meta({ description: "The value as it is compared: digits of a phone, an email in lower case." }),
    label: z.string().nullable(),
  })
  .meta({ id: "ContactPoint" });

/** The ways to reach people and companies: phones, emails, messengers, addresses. */
export function pointOperations(type: AnyRecordType): ApiOperation[] {
  const { entity } = type;
  if (!("phone" in type.shape)) return [];
  const plural = plurals[entity];
  const path = `/${plural}/{id}/points`;
  const output = list(PointSchema);
  return [
    defineOperation({
      ...{ id: `listPointsOf${pascal(entity)}`, method: "GET", path, group: plural, output },
      summary: { en: "Ways to reach them", ru: "Телефоны, почта, адреса" },
      scope: `${plural}:read`,
      verb: async (ctx, { params: { id = "" } }) => ({ items: await recordPoints(ctx, { entity, id }) }),
    }),
    defineOperation({
      ...{ id: `writePointsOf${pascal(entity)}`, method: "PUT", path, group: plural, output },
      summary: { en: "Write all ways to reach them anew", ru: "Записать телефоны, почту и адреса заново" },
      scope: `${plural}:write`,
      body: z.strictObject({ points: ContactPoints }),
      versioned: true,
      verb: async (ctx, { params: { id = "" }, body, version }) => ({
        items: await changePoints(ctx, { ...body, entity, id, version }),
      }),
    }),
  ];
}
