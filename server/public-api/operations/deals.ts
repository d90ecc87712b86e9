import { moveDeal } from "@/server/crm/deals";
import { MoveDeal } from "@/server/crm/deals/contract";
import { getRecord, recordTypeOf, shownRecord } from "@/server/crm/registry";
import { inOrganization, joining } from "@/server/platform";
import { defineOperation } from "../define-operation";
import { recordSchema } from "../schemas";

const group = "deals";

export const dealOperations = [
  defineOperation({
    ...{ id: "moveDeal", method: "POST", path: "/deals/{id}/move", group, scope: "deals:write" },
    summary: { en: "Move to a stage", ru: "Перевести на стадию" },
    body: MoveDeal.omit({ dealId: true }),
    output: recordSchema(recordTypeOf("deal")),
    versioned: true,
    verb: (ctx, { params, body, version }) =>
      inOrganization(ctx, async (tx) => {
        const inside = joining(ctx, tx);
        const id = params.id ?? "";
        await moveDeal(inside, { ...body, version: version ?? body.version, dealId: id });
        return shownRecord((await getRecord(inside, { entity: "deal", id })).record);
      }),
  }),
];
