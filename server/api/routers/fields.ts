import * as fields from "@/server/fields";
import * as contract from "@/server/fields/contract";
import { organizationProcedure, router } from "../trpc";

export const fieldsRouter = router({
  list: organizationProcedure
    .input(contract.ListFields)
    .query(({ ctx, input }) => fields.listFields(ctx, input)),
  checkFormula: organizationProcedure
    .input(contract.CheckFormula)
    .query(({ ctx, input }) => fields.checkFormula(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateCustomField)
    .mutation(({ ctx, input }) => fields.createCustomField(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateCustomField)
    .mutation(({ ctx, input }) => fields.updateCustomField(ctx, input)),
  layout: organizationProcedure
    .input(contract.FieldLayoutOf)
    .query(({ ctx, input }) => fields.getFieldLayout(ctx, input)),
  arrange: organizationProcedure
    .input(contract.ArrangeFields)
    .mutation(({ ctx, input }) => fields.arrangeFields(ctx, input)),
  archive: organizationProcedure
    .input(contract.CustomFieldId)
    .mutation(({ ctx, input }) => fields.archiveCustomField(ctx, input)),
  restore: organizationProcedure
    .input(contract.CustomFieldId)
    .mutation(({ ctx, input }) => fields.restoreCustomField(ctx, input)),
});
