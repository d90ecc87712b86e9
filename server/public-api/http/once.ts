import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { apiAnswer } from "@/db/schema/public-api";
import { AppError, asWorker, type Context, inOrganization, joining } from "@/server/platform";

export type Answer = { status: number; body: unknown; version: number | null };

/** What an Idempotency-Key stands for: whose it is, its text, and all of the request. */
export type Claim = { keyId: string; key: string; request: string };

const keptHours = 24;

/**
 * Answers a request with an Idempotency-Key once. The answer is written in the transaction of the verb: a crash leaves
 * both or neither. A refusal is not kept, since nothing happened. @throws IDEMPOTENCY_REUSED, IDEMPOTENCY_IN_FLIGHT
 */
export async function answerOnce(
  ctx: Context,
  { keyId, key, request }: Claim,
  answer: (ctx: Context) => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const requestHash = createHash("sha256").update(request).digest("hex");
  return inOrganization(ctx, async (tx) => {
    const { rows } = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`${keyId} ${key}`}, 0)) as free`,
    );
    if (!rows[0]?.free) throw new AppError("IDEMPOTENCY_IN_FLIGHT");
    const mine = and(
      eq(apiAnswer.organizationId, ctx.organizationId),
      eq(apiAnswer.keyId, keyId),
      eq(apiAnswer.idempotencyKey, key),
    );
    const [given] = await tx.select().from(apiAnswer).where(mine);
    if (given && given.createdAt.getTime() > ctx.now().getTime() - keptHours * 3_600_000) {
      if (given.requestHash !== requestHash) throw new AppError("IDEMPOTENCY_REUSED");
      return { status: given.status, body: given.body, version: given.version, replayed: true };
    }
    if (given) await tx.delete(apiAnswer).where(mine);
    const made = await answer(joining(ctx, tx));
    await tx.insert(apiAnswer).values({
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      ...{ keyId, idempotencyKey: key, requestHash },
      status: made.status,
      // What is replayed is what went over the wire.
      body: made.body === undefined ? null : JSON.parse(JSON.stringify(made.body)),
      version: made.version,
      createdAt: ctx.now(),
    });
    return { ...made, replayed: false };
  });
}

/** Forgets answers older than a day, of all organizations. */
export async function forgetAnswers(): Promise<void> {
  await asWorker((tx) =>
    tx.delete(apiAnswer).where(lt(apiAnswer.createdAt, sql`now() - interval '24 hours'`)),
  );
}
