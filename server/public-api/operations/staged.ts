import { type AnyRecordType, getRecord, moveRecord, shownRecord } from "@/server/crm/registry";
import { MoveRecord } from "@/server/crm/staged/contract";
import { inOrganization, isStaged, joining } from "@/server/platform";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { pascal, recordSchema } from "../schemas";

/** What can be done besides with records that stand on stages. */
export function stagedOperations(type: AnyRecordType): ApiOperation[] {
  const { entity } = type;
  if (!isStaged(entity)) return [];
  const plural = plurals[entity];
  return [
    defineOperation({
      ...{ id: `move${pascal(entity)}`, method: "POST", path: `/${plural}/{id}/move`, group: plural },
      summary: { en: "Move to a stage", ru: "Перевести на стадию" },
      scope: `${plural}:write`,
      body: MoveRecord,
      output: recordSchema(type),
      versioned: true,
      verb: (ctx, { params: { id = "" }, body, version }) =>
        inOrganization(ctx, async (tx) => {
          const inside = joining(ctx, tx);
          await moveRecord(inside, { ...body, version: version ?? body.version, entity, id });
          return shownRecord((await getRecord(inside, { entity, id })).record);
        }),
    }),
  ];
}
