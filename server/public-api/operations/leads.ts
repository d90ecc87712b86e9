import { z } from "zod";
import { convertLead, returnLead, setLeadKind } from "@/server/crm/leads";
import { ConvertLead, leadKinds } from "@/server/crm/leads/contract";
import { defineOperation } from "../define-operation";

const group = "leads";
const scope = "leads:write";
const id = z.uuid().nullable();

export const leadOperations = [
  defineOperation({
    ...{ id: "convertLead", method: "POST", path: "/leads/{id}/convert", group, scope },
    summary: {
      en: "Convert to a deal, a contact, a company",
      ru: "Конвертировать в сделку, контакт, компанию",
    },
    body: ConvertLead.omit({ leadId: true, version: true }),
    output: z.object({ dealId: id, contactId: id, companyId: id }),
    versioned: true,
    async verb(ctx, { params, body, version }) {
      const made = await convertLead(ctx, { ...body, version, leadId: params.id ?? "" });
      return { dealId: made.dealId, contactId: made.contactId, companyId: made.companyId };
    },
  }),
  defineOperation({
    ...{ id: "returnLead", method: "POST", path: "/leads/{id}/return", group, scope, output: null },
    summary: { en: "Take a conversion back", ru: "Вернуть лид в работу" },
    versioned: true,
    verb: (ctx, { params, version }) => returnLead(ctx, { leadId: params.id ?? "", version }),
  }),
  defineOperation({
    ...{ id: "setLeadKind", method: "POST", path: "/leads/{id}/kind", group, scope, output: null },
    summary: { en: "Say what the enquiry turned out to be", ru: "Указать вид лида" },
    body: z.strictObject({ kind: z.enum(leadKinds) }),
    versioned: true,
    verb: (ctx, { params, body, version }) =>
      setLeadKind(ctx, { leadId: params.id ?? "", version, kind: body.kind }),
  }),
];
