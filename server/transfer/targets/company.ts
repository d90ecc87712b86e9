import { insertCompanies, overwriteCompanies } from "@/server/crm/companies";
import { importDate } from "./dates";
import { firmFields, lossless, recordFields, target } from "./fields";
import { companiesByName, emptied } from "./links";
import { noteUpdates } from "./note-updates";
import { firmName, pointsOf } from "./reach";
import type { Target } from "./target";

/** Organisations. */
export const companyTarget: Target = {
  entity: "company",
  keys: ["name", "taxId", "email", "phone", "externalId"],
  fields: (around) => [
    ...firmFields(),
    ...recordFields(),
    // As it is kept, where `website` is read as people write addresses.
    ...(around.lossless ? [target("site", "text", "Сайт", "Website"), ...lossless({ reached: true })] : []),
  ],
  fault: (values) => (firmName(values) === "" ? { field: "name", code: "REQUIRED" } : null),
  name: firmName,
  byNames: companiesByName,
  async create(batch, drafts) {
    const { tx, ctx } = batch;
    const { slots } = await batch.custom("company");
    const rows = drafts.map(({ values, ownerId, custom }) => ({
      id: ctx.newId(),
      name: firmName(values),
      ownerId,
      createdAt: importDate(values.createdAt) ?? ctx.now(),
      points: pointsOf(ctx, withSite(values)),
      ...(batch.around.lossless && { site: (values.site as string | undefined) ?? null }),
      custom: custom.custom,
      slots: { ...emptied(slots), ...custom.slots },
    }));
    await insertCompanies(tx, ctx, rows, batch);
    const ids = rows.map((row) => row.id);
    batch.made("company", ids);
    await batch.besides("company", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx } = batch;
    const changed = await overwriteCompanies(
      tx,
      ctx,
      revisions.map(({ values, before, custom }) => ({
        before,
        points: pointsOf(ctx, withSite(values)),
        columns: {
          ...custom.slots,
          custom: custom.custom,
          ...(values.name !== undefined && { name: firmName(values) }),
          ...(typeof withSite(values).website === "string" && { site: withSite(values).website }),
          ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
        },
      })),
      batch,
    );
    await noteUpdates(batch, "company", revisions, changed);
  },
};

function withSite(values: Record<string, unknown>): Record<string, unknown> {
  return values.site === undefined ? values : { ...values, website: values.site };
}
