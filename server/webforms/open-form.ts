import { and, eq, isNull } from "drizzle-orm";
import { webform } from "@/db/schema/webforms";
import { organizationById } from "@/server/identity";
import { asWorker, type Context, contextOf, inOrganization } from "@/server/platform";
import { askableCustom } from "./askable-fields";
import type { Form, FormField } from "./contract";
import { formOf } from "./form-rows";

export type AskedChoice = { id: string; name: string };

/** A field as a stranger meets it. */
export type Asked = FormField & { type: string; choices: AskedChoice[] };

/** A form as its page needs it, and Pult's own context in its organization. */
export type OpenForm = { ctx: Context; form: Form; asked: Asked[] };

/** The form behind a public address; null when there is none any more. */
export async function openForm(
  formId: string,
  { archived = false }: { archived?: boolean } = {},
): Promise<OpenForm | null> {
  const [row] = await asWorker((tx) =>
    tx
      .select()
      .from(webform)
      .where(and(eq(webform.id, formId), archived ? undefined : isNull(webform.archivedAt))),
  );
  const organization = row && (await organizationById(row.organizationId));
  if (!row || !organization) return null;
  const ctx = contextOf({
    organization,
    actor: { type: "system", id: "pult" },
    language: row.design.language,
  });
  const form = formOf(row);
  return { ctx, form, asked: await askedBy(ctx, form) };
}

const standardTypes: Record<string, string> = { phone: "phone", email: "email", comment: "long_text" };

async function askedBy(ctx: Context, { design }: Form): Promise<Asked[]> {
  const own = await inOrganization(ctx, (tx) => askableCustom(tx, ctx));
  return design.fields.flatMap((field): Asked[] => {
    if (!field.key.startsWith("c_"))
      return [{ ...field, type: standardTypes[field.key] ?? "text", choices: [] }];
    const custom = own.find((one) => one.key === field.key);
    // Archived since the form was made: not asked for any more.
    if (!custom) return [];
    const choices = (custom.options.choices ?? []).filter((one) => !one.archived);
    const type = custom.type === "text" && custom.options.long ? "long_text" : custom.type;
    return [{ ...field, type, choices: choices.map(({ id, name }) => ({ id, name })) }];
  });
}
