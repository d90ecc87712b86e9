import { z } from "zod";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import { listWatchers, unwatchRecord, watchRecord } from "@/server/crm/watchers";
import { WatchRecord } from "@/server/crm/watchers/contract";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { list, pascal } from "../schemas";

const WatcherSchema = z.object({ memberId: z.uuid(), name: z.string() }).meta({ id: "Watcher" });

/** Who is told what happens to a record, besides its owner. */
export function recordWatchers({ entity }: AnyRecordType): ApiOperation[] {
  const name = pascal(entity);
  const path = `/${plurals[entity]}/{id}/watchers`;
  const group = "watchers";
  const scope = `${plurals[entity]}:write` as const;
  return [
    defineOperation({
      ...{ id: `listWatchersOf${name}`, method: "GET", path, group, scope: `${plurals[entity]}:read` },
      summary: { en: "Watchers of a record", ru: "Наблюдатели" },
      output: list(WatcherSchema),
      async verb(ctx, { params: { id = "" } }) {
        await getRecord(ctx, { entity, id });
        return { items: await listWatchers(ctx, { recordId: id }) };
      },
    }),
    defineOperation({
      ...{ id: `watch${name}`, method: "POST", path, group, scope, output: null },
      summary: {
        en: "Let a member watch; the key’s own one unless named",
        ru: "Добавить наблюдателя; по умолчанию — владелец ключа",
      },
      body: WatchRecord.omit({ recordId: true }),
      async verb(ctx, { params: { id = "" }, body }) {
        await getRecord(ctx, { entity, id });
        await watchRecord(ctx, { ...body, recordId: id });
      },
    }),
    defineOperation({
      ...{ id: `unwatch${name}`, method: "DELETE", path: `${path}/{memberId}`, group, scope, output: null },
      summary: { en: "End watching", ru: "Убрать наблюдателя" },
      async verb(ctx, { params: { id = "", memberId = "" } }) {
        await getRecord(ctx, { entity, id });
        await unwatchRecord(ctx, { recordId: id, memberId });
      },
    }),
  ];
}
