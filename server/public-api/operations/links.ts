import { z } from "zod";
import * as links from "@/server/crm/links";
import * as contract from "@/server/crm/links/contract";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import { AppError, type Context } from "@/server/platform";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { list, pascal } from "../schemas";

const LinkSchema = z
  .object({
    id: z.uuid(),
    role: z.string().nullable(),
    record: z.object({ id: z.uuid(), entity: z.string(), title: z.string() }),
  })
  .meta({ id: "Link" });

/** What a record is linked with, whichever of the two was linked to the other. */
export function recordLinks({ entity }: AnyRecordType): ApiOperation[] {
  const name = pascal(entity);
  const path = `/${plurals[entity]}/{id}/links`;
  const group = "links";
  const scope = `${plurals[entity]}:write` as const;
  const linksOf = async (ctx: Context, id: string) => {
    await getRecord(ctx, { entity, id });
    return links.listLinks(ctx, { recordId: id });
  };
  const assertLinkOf = async (ctx: Context, id: string, linkId: string) => {
    if (!(await linksOf(ctx, id)).some((link) => link.id === linkId)) throw new AppError("NOT_FOUND");
  };
  return [
    defineOperation({
      ...{ id: `listLinksOf${name}`, method: "GET", path, group, scope: `${plurals[entity]}:read` },
      summary: { en: "Records it is linked with", ru: "Связанные записи" },
      output: list(LinkSchema),
      verb: async (ctx, { params: { id = "" } }) => ({ items: await linksOf(ctx, id) }),
    }),
    defineOperation({
      ...{ id: `link${name}`, method: "POST", path, group, scope, status: 201 },
      summary: {
        en: "Link with a record; again: a new role",
        ru: "Связать с записью; повторно — сменить роль",
      },
      body: contract.LinkRecords.omit({ fromId: true }),
      output: z.object({ id: z.uuid() }),
      async verb(ctx, { params: { id = "" }, body }) {
        await getRecord(ctx, { entity, id });
        return links.linkRecords(ctx, { ...body, fromId: id });
      },
    }),
    defineOperation({
      ...{ id: `changeLinkOf${name}`, method: "PATCH", path: `${path}/{linkId}`, group, scope },
      summary: { en: "Say the role anew", ru: "Изменить роль" },
      body: contract.ChangeLinkRole.omit({ linkId: true }),
      output: null,
      async verb(ctx, { params: { id = "", linkId = "" }, body }) {
        await assertLinkOf(ctx, id, linkId);
        await links.changeLinkRole(ctx, { ...body, linkId });
      },
    }),
    defineOperation({
      ...{ id: `unlink${name}`, method: "DELETE", path: `${path}/{linkId}`, group, scope, output: null },
      summary: { en: "Take the link away", ru: "Убрать связь" },
      async verb(ctx, { params: { id = "", linkId = "" } }) {
        await assertLinkOf(ctx, id, linkId);
        await links.unlinkRecords(ctx, { linkId });
      },
    }),
  ];
}
