import { z } from "zod";
import { updateRecord } from "@/server/crm/registry";
import { AppError, automatedEntities } from "@/server/platform";
import { defineAction } from "../define-action";
import { optionalTemplate } from "../params";
import { fieldValue } from "../record/field-value";

/** Writes one field of the record, built in or the organization's own; a blank value empties it. */
export const setField = defineAction({
  type: "field.set",
  label: { en: "Set a field", ru: "Изменить поле" },
  hint: { en: "Writes a value into a field", ru: "Записывает значение в поле" },
  icon: "pencil-line",
  entities: automatedEntities,
  effect: "database",
  told: "by verb",
  params: z.strictObject({
    field: z
      .string()
      .min(1)
      .max(60)
      .meta({ label: { en: "Field", ru: "Поле" }, widget: "field" }),
    value: optionalTemplate(1_000, {
      label: { en: "Value", ru: "Значение" },
      hint: {
        en: "An amount as 1500.50, a date as 2026-12-31 or +7 days from now as +7",
        ru: "Сумма — 1500,50; дата — 2026-12-31 или «+7», то есть через семь дней",
      },
    }),
  }),
  check: ({ field: key }, fields) =>
    fields.some((field) => field.key === key && field.editable) ? null : "field",
  async run({ ctx, params, record }) {
    const field = record.fields.find((one) => one.key === params.field);
    if (!field?.editable)
      throw new AppError("ROBOT_INVALID", { field: params.field }, { field: "params.field" });
    const value = fieldValue(ctx, field, params.value ?? "", record.row);
    const changes = { [params.field]: value };
    await updateRecord(ctx, { entity: record.entity, id: record.id, changes });
    return { summary: params.value ?? "" };
  },
});
