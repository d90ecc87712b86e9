import { insertContacts, overwriteContacts } from "@/server/crm/contacts";
import { importDate } from "./dates";
import { firmFields, lossless, personFields, recordFields, target } from "./fields";
import { contactsByName, emptied, linkCompanies } from "./links";
import { noteUpdates } from "./note-updates";
import { personName, pointsOf } from "./reach";
import type { Target } from "./target";

/** People, with the company each row may name. */
export const contactTarget: Target = {
  entity: "contact",
  keys: ["email", "phone", "externalId", "name"],
  fields: (around) => [
    ...personFields(),
    ...recordFields(),
    ...(around.lossless
      ? [
          target("companyId", "link", "Компания", "Company", { linksTo: "company" }),
          ...lossless({ reached: true }),
        ]
      : []),
    ...firmFields("company."),
  ],
  fault: (values) => (personName(values) === "" ? { field: "name", code: "REQUIRED" } : null),
  name: personName,
  byNames: contactsByName,
  async create(batch, drafts) {
    const { tx, ctx } = batch;
    const companies = await linkCompanies(batch, drafts);
    const { slots } = await batch.custom("contact");
    const rows = drafts.map(({ values, ownerId, custom }, place) => ({
      id: ctx.newId(),
      name: personName(values),
      companyId: (values.companyId as string | undefined) ?? companies[place] ?? null,
      ownerId,
      createdAt: importDate(values.createdAt) ?? ctx.now(),
      points: pointsOf(ctx, values),
      custom: custom.custom,
      slots: { ...emptied(slots), ...custom.slots },
    }));
    await insertContacts(tx, ctx, rows, batch);
    const ids = rows.map((row) => row.id);
    batch.made("contact", ids);
    await batch.besides("contact", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx } = batch;
    const companies = await linkCompanies(batch, revisions);
    const changed = await overwriteContacts(
      tx,
      ctx,
      revisions.map(({ values, before, custom }, place) => {
        const companyId = (values.companyId as string | undefined) ?? companies[place];
        const named = ["name", "firstName", "lastName"].some((key) => values[key] !== undefined);
        return {
          before,
          points: pointsOf(ctx, values),
          columns: {
            ...custom.slots,
            custom: custom.custom,
            ...(named && { name: personName(values) }),
            ...(companyId && { companyId }),
            ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
          },
        };
      }),
      batch,
    );
    await noteUpdates(batch, "contact", revisions, changed);
  },
};
