import { titlesOf } from "@/server/crm/records";
import { catalog, type Field } from "@/server/fields";
import { findMember, memberNames } from "@/server/identity";
import { dictionaryNames, liveStage } from "@/server/pipelines";
import { AppError, type Context, type Transaction } from "@/server/platform";
import { type Linked, type Ref, readLinked, readStanding, type Standing, valueOn } from "./read";

export type Person = { name: string; email: string | null; phone: string | null };

/** A record of whatever kind as its fields read it. */
export type Described = { fields: readonly Field[]; row: unknown };

/** A record with the people around it, as actions and templates see it. */
export type RecordView = Ref & {
  title: string;
  ownerId: string | null;
  row: Standing["row"];
  fields: readonly Field[];
  contact: Described | null;
  company: Described | null;
  owner: { id: string; name: string; email: string } | null;
  stage: { name: string } | null;
  /** Names of everything that values refer to, by id. */
  names: Record<string, string>;
};

/** Reads the record as it is now, with everything a template may name. @throws NOT_FOUND */
export async function viewRecord(tx: Transaction, ctx: Context, ref: Ref): Promise<RecordView> {
  const { type, row } = await readStanding(tx, ctx, ref);
  const fields = await catalog(ctx, tx, type.entity);
  const described = async (key: "contactId" | "companyId") => {
    const linked = await readLinked(
      tx,
      ctx,
      key === "contactId" ? "contact" : "company",
      valueOn(fields, row, key),
    );
    return linked && describe(tx, ctx, linked);
  };
  const contact = await described("contactId");
  const company = await described("companyId");
  const all = [{ fields, row }, contact, company].filter((one) => one !== null);
  return {
    ...ref,
    ...{ row, fields, contact, company },
    title: type.title(row),
    ownerId: row.ownerId,
    owner: row.ownerId ? await findMember(tx, ctx, row.ownerId) : null,
    stage: await liveStage(tx, ctx, row.stageId).catch(removed),
    names: await namesIn(tx, ctx, all),
  };
}

/** Whom the record is with: its contact, or who wrote while there is none yet. */
export function personOf({ contact, fields, row }: RecordView): Person | null {
  const from = contact ?? { fields, row };
  const text = (key: string) => {
    const value = valueOn(from.fields, from.row, key);
    return typeof value === "string" && value ? value : null;
  };
  const [name, email, phone] = [text("name"), text("email"), text("phone")];
  return name || email || phone ? { name: name ?? "", email, phone } : null;
}

async function describe(tx: Transaction, ctx: Context, { type, row }: Linked): Promise<Described> {
  return { fields: await catalog(ctx, tx, type.entity), row };
}

const dictionaries = ["stage", "pipeline", "source", "loss_reason"];

async function namesIn(
  tx: Transaction,
  ctx: Context,
  all: readonly Described[],
): Promise<Record<string, string>> {
  const idsOf = (types: readonly string[]) => {
    const values = all.flatMap(({ fields, row }) =>
      fields.filter((field) => types.includes(field.type)).map((field) => field.read(row)),
    );
    return [...new Set(values.filter((value): value is string => typeof value === "string"))];
  };
  const [links, members, listed] = [idsOf(["link"]), idsOf(["member"]), idsOf(dictionaries)];
  return {
    ...(await titlesOf(tx, ctx, links)),
    ...(members.length > 0 ? await memberNames(tx, ctx, members) : {}),
    ...(await dictionaryNames(tx, ctx, listed)),
  };
}

// A stage that was removed meanwhile is simply not there.
function removed(error: unknown): null {
  if (error instanceof AppError && error.code === "STAGE_GONE") return null;
  throw error;
}
