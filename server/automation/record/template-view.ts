import type { Context } from "@/server/platform";
import type { Json } from "../interpreter/definition";
import { displayed } from "./display";
import { templateName } from "./template-names";
import { type Described, personOf, type RecordView } from "./view";

type Values = { [key: string]: Json };

/**
 * The record as templates name it, in the organization's language: `{{ deal.title }}` or, whatever its kind,
 * `{{ record.title }}`; an invoice's deal is `deal` too; `{{ contact.email }}`, `{{ company.name }}`, `{{ owner.name }}`,
 * `{{ stage.name }}`; fields of the organization's own by their keys.
 */
export function templateView(ctx: Context, view: RecordView): Record<string, Json> {
  const own: Values = {
    id: view.id,
    title: view.title,
    ...described(view),
    ...view.derived,
    ...raw(view.row),
  };
  const person = personOf(view);
  return {
    [view.entity]: own,
    record: own,
    ...(view.deal && { deal: described(view.deal) }),
    contact: view.contact ? described(view.contact) : person && { ...person },
    company: view.company ? described(view.company) : nameless(own.company_name),
    owner: view.owner && { name: view.owner.name, email: view.owner.email },
    stage: view.stage && { name: view.stage.name },
  };

  function described({ fields, row }: Described): Values {
    return Object.fromEntries(
      fields.map((field) => [templateName(field.key), displayed(ctx, field, row, view.names)]),
    );
  }
}

// For machines: an amount as a number, beside the one that people read.
function raw(row: object): Values {
  return "amountMinor" in row && typeof row.amountMinor === "number" ? { amount_minor: row.amountMinor } : {};
}

function nameless(name: Json | undefined): Json {
  return name ? { name } : null;
}
