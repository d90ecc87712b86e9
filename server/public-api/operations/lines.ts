import { z } from "zod";
import * as lines from "@/server/crm/line-items";
import * as contract from "@/server/crm/line-items/contract";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import type { Context } from "@/server/platform";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { pascal } from "../schemas";

const minor = z.number().int();

const LineSchema = z
  .object({
    id: z.uuid(),
    productId: z.uuid().nullable(),
    name: z.string(),
    unit: z.string(),
    quantity: minor.meta({ description: "In thousandths: 1500 is one and a half." }),
    priceMinor: minor,
    discountKind: z.enum(["percent", "amount"]),
    discount: minor.meta({ description: "In hundredths of a percent, or in minor units off the line." }),
    taxRate: minor.nullable().meta({ description: "In hundredths of a percent; null: no tax." }),
    taxIncluded: z.boolean(),
  })
  .meta({ id: "LineItem" });

const LinesSchema = z
  .object({
    lines: z.array(LineSchema),
    totals: z.object({ subtotalMinor: minor, discountMinor: minor, taxMinor: minor, totalMinor: minor }),
    currency: z.string(),
    editable: z.boolean(),
  })
  .meta({ id: "Lines" });

const group = "lines";
const output = LinesSchema;

/** What is sold, line by line, on a record of a kind that has lines. */
export function lineOperations({ entity }: AnyRecordType): ApiOperation[] {
  if (!lines.hasLineHost(entity)) return [];
  const path = `/${plurals[entity]}/{id}/lines`;
  const read = { group, scope: `${plurals[entity]}:read`, output } as const;
  const write = { group, scope: `${plurals[entity]}:write`, output } as const;
  const name = pascal(entity);
  const there = (ctx: Context, id: string) => getRecord(ctx, { entity, id });
  return [
    defineOperation({
      ...{ ...read, id: `listLinesOf${name}`, method: "GET", path },
      summary: { en: "Products on it, and what they come to", ru: "Товарные позиции и их итог" },
      async verb(ctx, { params: { id = "" } }) {
        await there(ctx, id);
        return lines.listLines(ctx, { recordId: id });
      },
    }),
    defineOperation({
      ...{ ...write, id: `setLinesOf${name}`, method: "PUT", path },
      summary: { en: "Write all lines anew", ru: "Записать все позиции заново" },
      body: contract.SetLines.omit({ recordId: true }),
      async verb(ctx, { params: { id = "" }, body }) {
        await there(ctx, id);
        return lines.setLines(ctx, { ...body, recordId: id });
      },
    }),
    defineOperation({
      ...{ ...write, id: `addLinesTo${name}`, method: "POST", path, status: 201 },
      summary: { en: "Add lines", ru: "Добавить позиции" },
      body: contract.AddLines.omit({ recordId: true }),
      async verb(ctx, { params: { id = "" }, body }) {
        await there(ctx, id);
        return lines.addLines(ctx, { ...body, recordId: id });
      },
    }),
    defineOperation({
      ...{ ...write, id: `updateLineOf${name}`, method: "PATCH", path: `${path}/{lineId}` },
      summary: { en: "Change a line", ru: "Изменить позицию" },
      body: contract.LineChanges,
      async verb(ctx, { params: { id = "", lineId = "" }, body }) {
        await there(ctx, id);
        return lines.updateLine(ctx, { recordId: id, lineId, changes: body });
      },
    }),
    defineOperation({
      ...{ ...write, id: `removeLineOf${name}`, method: "DELETE", path: `${path}/{lineId}` },
      summary: { en: "Remove a line", ru: "Удалить позицию" },
      async verb(ctx, { params: { id = "", lineId = "" } }) {
        await there(ctx, id);
        return lines.removeLine(ctx, { recordId: id, lineId });
      },
    }),
  ];
}
