import { titlesOf } from "@/server/crm/records";
import { catalog, type Field } from "@/server/fields";
import { findMember, memberNames } from "@/server/identity";
import { dictionaryNames } from "@/server/pipelines";
import type { Context, Entity, Transaction } from "@/server/platform";
import { placeNames } from "./place-names";
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
  /** What its kind tells besides its fields, by key: an invoice its public link. */
  derived: Readonly<Record<string, string | null>>;
  /** The deal it belongs to, of an invoice. */
  deal: Described | null;
  contact: Described | null;
  company: Described | null;
  owner: { id: string; name: string; email: string } | null;
  /** Where it stands: its stage, or its status. */
  stage: { name: string } | null;
  /** Names of everything that values refer to, by id. */
  names: Record<string, string>;
};

/** Reads the record as it is now, with everything a template may name. @throws NOT_FOUND */
export async function viewRecord(tx: Transaction, ctx: Context, ref: Ref): Promise<RecordView> {
  const { type, row, place } = await readStanding(tx, ctx, ref);
  const fields = await catalog(ctx, tx, type.entity);
  const described = async (entity: Entity) => {
    const linked = await readLinked(tx, ctx, entity, valueOn(fields, row, `${entity}Id`));
    return linked && describe(tx, ctx, linked);
  };
  const deal = ref.entity === "invoice" ? await described("deal") : null;
  const contact = await described("contact");
  const company = await described("company");
  const placed = (await placeNames(tx, ctx, [place]))[place];
  const all = [{ fields, row }, deal, contact, company].filter((one) => one !== null);
  return {
    ...ref,
    ...{ row, fields, deal, contact, company },
    title: type.title(row),
    derived: Object.fromEntries((type.derived ?? []).map((one) => [one.key, one.read(ctx, row)])),
    ownerId: row.ownerId,
    owner: row.ownerId ? await findMember(tx, ctx, row.ownerId) : null,
    stage: placed ? { name: placed } : null,
    names: await namesIn(tx, ctx, all),
  };
}

/** Whom the record is with: its contact, or who wrote while there is none yet; of an invoice, else the buyer it names. */
export function personOf({ contact, fields, row }: RecordView): Person | null {
  const own = { fields, row };
  const text = (from: Described, key: string) => {
    const value = valueOn(from.fields, from.row, key);
    return typeof value === "string" && value ? value : null;
  };
  const from = contact ?? own;
  const name = text(from, "name") ?? text(own, "buyerName");
  const email = text(from, "email") ?? text(own, "buyerEmail");
  const phone = text(from, "phone");
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
