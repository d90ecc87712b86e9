import { and, eq, gt, inArray } from "drizzle-orm";
import { webformSubmission } from "@/db/schema/webforms";
import { readCustom } from "@/server/fields";
import { AppError, type Context, inOrganization, type Transaction } from "@/server/platform";
import { type Origin, utmKeys } from "./contract";
import { makeOf } from "./make-of";
import type { OpenForm } from "./open-form";
import { cleaned, type Faults, readAnswer, type Typed, type Understood } from "./read-answer";
import { bodyHashOf, isStale, senderHashOf, suspicionOf, trapField } from "./spam";
import { target } from "./target";

/** `address` is the sender's, null where it cannot be trusted. */
export type Sender = { address: string | null };

/** Refused: the page is shown again with what was typed. Whoever is taken for a program is told that all is well. */
export type Outcome =
  | { kind: "taken" }
  | { kind: "refused"; faults: Faults; why: "fields" | "stale" | "too_many" | "closed" };

const perSender = 10;
const perForm = 300;
const windowMinutes = 10;

/**
 * Takes an answer in. It is kept before anything is made of it: when that fails, the sweep tries again, and nothing
 * is lost.
 */
export async function submitForm(open: OpenForm, typed: Typed, sender: Sender): Promise<Outcome> {
  const { ctx, form, asked } = open;
  const refused = (why: "fields" | "stale" | "too_many" | "closed", faults: Faults = {}): Outcome => ({
    ...{ kind: "refused", why, faults },
  });
  if (form.closed) return refused("closed");
  const sent = { token: one(typed.token), trap: one(typed[trapField]) };
  if (isStale(form.id, sent.token, ctx.now())) return refused("stale");
  const { understood, faults } = readAnswer(open, typed);
  const all = { ...faults, ...(await faultsOfCustom(ctx, understood)) };
  if (Object.keys(all).length > 0) return refused("fields", all);

  const values = Object.fromEntries(
    asked.flatMap(({ key }) => (typed[key] === undefined ? [] : [[key, typed[key]] as const])),
  );
  const submission = {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    formId: form.id,
    values,
    origin: originOf(typed),
    bodyHash: bodyHashOf(values),
    senderHash: senderHashOf(form.id, sender.address),
    createdAt: ctx.now(),
  };
  const suspicion = suspicionOf(form.id, sent, ctx.now());
  const status = await inOrganization(ctx, async (tx) => {
    const { sameSender, all: recent, repeated } = await lately(tx, ctx, submission);
    if (sameSender >= perSender || recent >= perForm) return "too_many" as const;
    const kept = suspicion ? "spam" : repeated ? "repeated" : "waiting";
    await tx.insert(webformSubmission).values({ ...submission, status: kept, reason: suspicion });
    return kept;
  });
  if (status === "too_many") return refused("too_many");
  if (status === "waiting") await makeOf(open, submission.id);
  return { kind: "taken" };
}

async function faultsOfCustom(ctx: Context, { custom }: Understood): Promise<Faults> {
  try {
    await inOrganization(ctx, (tx) => readCustom(ctx, tx, target, custom, {}));
    return {};
  } catch (error) {
    if (error instanceof AppError && error.field !== undefined) return { [error.field]: "invalid" };
    throw error;
  }
}

type Kept = { formId: string; bodyHash: string; senderHash: string | null };

async function lately(tx: Transaction, ctx: Context, { formId, bodyHash, senderHash }: Kept) {
  const since = new Date(ctx.now().getTime() - windowMinutes * 60_000);
  const recent = and(
    eq(webformSubmission.organizationId, ctx.organizationId),
    eq(webformSubmission.formId, formId),
    gt(webformSubmission.createdAt, since),
  );
  const count = (more: ReturnType<typeof eq> | undefined) => tx.$count(webformSubmission, and(recent, more));
  const taken = inArray(webformSubmission.status, ["waiting", "created"]);
  return {
    all: await count(undefined),
    sameSender: senderHash === null ? 0 : await count(eq(webformSubmission.senderHash, senderHash)),
    repeated: (await count(and(eq(webformSubmission.bodyHash, bodyHash), taken))) > 0,
  };
}

function originOf(typed: Typed): Origin {
  const utm = utmKeys.flatMap((key) => {
    const value = cleaned(one(typed[key]), 200);
    return value === null ? [] : [[key, value] as const];
  });
  return {
    utm: Object.fromEntries(utm),
    referrer: cleaned(one(typed.referrer), 1_000),
    landing: cleaned(one(typed.landing), 1_000),
  };
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
