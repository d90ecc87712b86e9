import { addDays, addSeconds } from "date-fns";
import { and, eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { webhookAttempt, webhookDelivery, webhookEndpoint } from "@/db/schema/webhooks";
import { callHttp, type HttpAnswer } from "@/server/outbound";
import {
  announceChange,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
  unseal,
} from "@/server/platform";
import { endpointRow } from "./endpoint-rows";
import { webhookDisabled } from "./events";
import { payloadOf } from "./payload";
import { patienceDays, waitAfter } from "./schedule";
import { secretOf } from "./secret";

type Which = { deliveryId: string; round: number; attempt: number };
type Row = typeof webhookDelivery.$inferSelect;
type Endpoint = typeof webhookEndpoint.$inferSelect;

/**
 * One attempt to deliver, and what comes of it. Called again for the same attempt it answers what the first time did.
 * @returns when the next attempt is due; null when there is none
 */
export async function attemptDelivery(ctx: Context, which: Which): Promise<{ nextAt: string | null }> {
  const found = await inOrganization(ctx, (tx) => read(tx, ctx, which));
  if (!found) return { nextAt: null };
  const { delivery, endpoint } = found;
  if (delivery.attempts >= which.attempt) return { nextAt: delivery.nextAt?.toISOString() ?? null };
  const began = performance.now();
  const body = delivery.body ?? (await payloadOf(ctx, delivery));
  const answer = await post(ctx, endpoint, { id: delivery.id, body });
  const ms = Math.round(performance.now() - began);
  return inOrganization(ctx, (tx) => settle(tx, ctx, { delivery, endpoint, body, answer, ms, which }));
}

async function read(tx: Transaction, ctx: Context, { deliveryId, round }: Which) {
  const [found] = await tx
    .select({ delivery: webhookDelivery, endpoint: webhookEndpoint })
    .from(webhookDelivery)
    .innerJoin(
      webhookEndpoint,
      and(
        eq(webhookEndpoint.organizationId, webhookDelivery.organizationId),
        eq(webhookEndpoint.id, webhookDelivery.endpointId),
      ),
    )
    .where(deliveryRow(ctx, deliveryId));
  const isOurs = found?.delivery.round === round && found.delivery.status === "waiting";
  return isOurs ? found : null;
}

function deliveryRow(ctx: Context, id: string) {
  return and(eq(webhookDelivery.organizationId, ctx.organizationId), eq(webhookDelivery.id, id));
}

async function post(
  ctx: Context,
  endpoint: Endpoint,
  { id, body }: { id: string; body: string },
): Promise<HttpAnswer> {
  if (endpoint.disabledAt) return { kind: "failed", reason: "disabled" };
  const at = ctx.now();
  const signer = new Webhook(unseal(secretOf(ctx.organizationId), endpoint.secret));
  return callHttp({
    method: "POST",
    url: endpoint.url,
    headers: {
      "content-type": "application/json",
      "user-agent": "Pult-Webhooks",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": signer.sign(id, at, body),
    },
    body,
  });
}

type Made = { delivery: Row; endpoint: Endpoint; body: string; answer: HttpAnswer; ms: number; which: Which };

async function settle(
  tx: Transaction,
  ctx: Context,
  { delivery, endpoint, body, answer, ms, which }: Made,
): Promise<{ nextAt: string | null }> {
  const status = answer.kind === "answered" ? answer.status : null;
  const isDelivered = status !== null && status >= 200 && status < 300;
  const wait = waitAfter(which.attempt);
  // Whoever answers "gone" asks for an end.
  const isOver = status === 410 || endpoint.disabledAt !== null || wait === null;
  const nextAt = isDelivered || isOver ? null : addSeconds(ctx.now(), wait);
  const settled = isDelivered ? "delivered" : "failed";
  const written = await tx
    .update(webhookDelivery)
    .set({
      body,
      attempts: which.attempt,
      nextAt,
      status: nextAt ? "waiting" : settled,
      settledAt: nextAt ? null : ctx.now(),
    })
    .where(and(deliveryRow(ctx, delivery.id), eq(webhookDelivery.round, which.round)))
    .returning({ id: webhookDelivery.id });
  // Replayed meanwhile: the new round goes its own way.
  if (written.length === 0) return { nextAt: null };
  await tx.insert(webhookAttempt).values({
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    deliveryId: delivery.id,
    ...{ status, ms },
    reason: answer.kind === "answered" ? null : answer.kind === "refused" ? "refused" : answer.reason,
    excerpt: answer.kind === "answered" ? excerptOf(answer.body) : null,
    at: ctx.now(),
  });
  if (!endpoint.disabledAt) await judge(tx, ctx, endpoint, isDelivered, status === 410);
  await announceChange(tx, ctx, { entity: "webhook", id: endpoint.id });
  return { nextAt: nextAt?.toISOString() ?? null };
}

/** Remembers how long an endpoint has failed, and switches it off when that is too long. */
async function judge(
  tx: Transaction,
  ctx: Context,
  endpoint: Endpoint,
  isDelivered: boolean,
  isGone: boolean,
): Promise<void> {
  if (isDelivered && endpoint.failingSince === null) return;
  const failingSince = isDelivered ? null : (endpoint.failingSince ?? ctx.now());
  const isHopeless = failingSince !== null && addDays(failingSince, patienceDays) <= ctx.now();
  const off = isGone || isHopeless;
  await tx
    .update(webhookEndpoint)
    .set({ failingSince, ...(off && { disabledAt: ctx.now(), disabledWhy: "failing" as const }) })
    .where(endpointRow(ctx, endpoint.id));
  if (off)
    await recordEvent(tx, ctx, webhookDisabled, { recordId: endpoint.id, data: { url: endpoint.url } });
}

function excerptOf(body: string): string {
  return body.slice(0, 1_000).replaceAll("\u0000", "").toWellFormed();
}
