import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { apiAnswer } from "@/db/schema/public-api";
import {
  AppError,
  asWorker,
  type Context,
  inOrganization,
  joining,
  type Transaction,
} from "@/server/platform";

export type Answer = { status: number; body: unknown; version: number | null };
type Replayable = Answer & { replayed: boolean };

/** What an Idempotency-Key stands for: whose it is, its text, and all of the request. */
export type Claim = { keyId: string; key: string; request: string };

const keptHours = 24;
/** Stands in place of a status while the verb is at work, and for so long at most. */
const working = 102;
const workingMinutes = 15;

/**
 * Answers a request with an Idempotency-Key once. The answer is written in the transaction of the verb: a crash leaves
 * both or neither. A refusal is not kept, since nothing happened. @throws IDEMPOTENCY_REUSED, IDEMPOTENCY_IN_FLIGHT
 */
export async function answerOnce(
  ctx: Context,
  claim: Claim,
  answer: (ctx: Context) => Promise<Answer>,
): Promise<Replayable> {
  return inOrganization(ctx, async (tx) => {
    const { rows } = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`${claim.keyId} ${claim.key}`}, 0)) as free`,
    );
    if (!rows[0]?.free) throw new AppError("IDEMPOTENCY_IN_FLIGHT");
    const given = await givenAnswer(tx, ctx, claim);
    if (given) return given;
    const made = await answer(joining(ctx, tx));
    await keep(tx, ctx, claim, made);
    return { ...made, replayed: false };
  });
}

/**
 * The same for a verb that reaches beyond the database: a row tells meanwhile that it is at work. A crash in between
 * leaves that row, which holds repeats back for a quarter of an hour. @throws IDEMPOTENCY_REUSED, IDEMPOTENCY_IN_FLIGHT
 */
export async function answerOutwardOnce(
  ctx: Context,
  claim: Claim,
  answer: (ctx: Context) => Promise<Answer>,
): Promise<Replayable> {
  const given = await inOrganization(ctx, async (tx) => {
    const known = await givenAnswer(tx, ctx, claim);
    if (!known) await keep(tx, ctx, claim, { status: working, body: null, version: null });
    return known;
  });
  if (given) return given;
  try {
    const made = await answer(ctx);
    await inOrganization(ctx, async (tx) => {
      await tx.delete(apiAnswer).where(answerTo(ctx, claim));
      await keep(tx, ctx, claim, made);
    });
    return { ...made, replayed: false };
  } catch (refusal) {
    await inOrganization(ctx, (tx) => tx.delete(apiAnswer).where(answerTo(ctx, claim)));
    throw refusal;
  }
}

/** Forgets answers older than a day, of all organizations. */
export async function forgetAnswers(): Promise<void> {
  await asWorker((tx) =>
    tx.delete(apiAnswer).where(lt(apiAnswer.createdAt, sql`now() - interval '24 hours'`)),
  );
}

// What was answered before; null when the verb is to be called, an answer too old being gone then.
async function givenAnswer(tx: Transaction, ctx: Context, claim: Claim): Promise<Replayable | null> {
  const [given] = await tx.select().from(apiAnswer).where(answerTo(ctx, claim)).for("update");
  if (!given) return null;
  const minutes = (ctx.now().getTime() - given.createdAt.getTime()) / 60_000;
  if (minutes >= (given.status === working ? workingMinutes : keptHours * 60)) {
    await tx.delete(apiAnswer).where(answerTo(ctx, claim));
    return null;
  }
  if (given.requestHash !== hashOf(claim.request)) throw new AppError("IDEMPOTENCY_REUSED");
  if (given.status === working) throw new AppError("IDEMPOTENCY_IN_FLIGHT");
  return { status: given.status, body: given.body, version: given.version, replayed: true };
}

async function keep(tx: Transaction, ctx: Context, claim: Claim, made: Answer): Promise<void> {
  const kept = await tx
    .insert(apiAnswer)
    .values({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      ...{ keyId: claim.keyId, idempotencyKey: claim.key, requestHash: hashOf(claim.request) },
      status: made.status,
      // What is replayed is what went over the wire.
      body: made.body === undefined ? null : JSON.parse(JSON.stringify(made.body)),
      version: made.version,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: apiAnswer.id });
  if (kept.length === 0) throw new AppError("IDEMPOTENCY_IN_FLIGHT");
}

function answerTo(ctx: Context, { keyId, key }: Claim) {
  return and(
    eq(apiAnswer.organizationId, ctx.organizationId),
    eq(apiAnswer.keyId, keyId),
    eq(apiAnswer.idempotencyKey, key),
  );
}

function hashOf(request: string): string {
  return createHash("sha256").update(request).digest("hex");
}
