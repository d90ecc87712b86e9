import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { notification } from "@/db/schema/notifications";
import { titlesOf } from "@/server/crm/records";
import { recordPaths } from "@/server/crm/records/contract";
import { letterAddress, organizationById } from "@/server/identity";
import { type Email, letter, sendEmail } from "@/server/messaging";
import {
  AppError,
  type Context,
  entities,
  inOrganization,
  invariant,
  type Language,
  type Transaction,
} from "@/server/platform";
import type { Notice } from "./contract";
import { preferencesOf, writePreference } from "./preferences";
import { noticeOf } from "./wording";

const words = {
  en: {
    open: "Open in Pult",
    digest: (count: number) =>
      `Your day in Pult: ${count} ${count === 1 ? "notice waits" : "notices wait"} for you`,
    foot: "You chose to get these letters. Change it in the notification settings.",
  },
  ru: {
    open: "Открыть в Пульте",
    digest: (count: number) => `Пульт за день: непрочитанных уведомлений — ${count}`,
    foot: "Вы выбрали получать такие письма. Изменить это можно в настройках уведомлений.",
  },
};

const mostInDigest = 50;

/** Sends a notice as a letter, once, unless it was read meanwhile or its reader left. */
export async function sendNoticeLetter(
  ctx: Context,
  { notificationId }: { notificationId: string },
): Promise<void> {
  const found = await inOrganization(ctx, (tx) =>
    tx
      .select()
      .from(notification)
      .where(and(eq(notification.organizationId, ctx.organizationId), eq(notification.id, notificationId))),
  );
  const [row] = found;
  if (!row || row.readAt || row.emailedAt) return;
  const address = await letterAddress(ctx, row.memberId);
  if (!address) return;
  const notice = noticeOf(
    row,
    row.recordId ? await inOrganization(ctx, (tx) => titlesOf(tx, ctx, [row.recordId ?? ""])) : {},
    address.language,
  );
  const subject = [notice.text, notice.record?.title].filter(Boolean).join(" — ").slice(0, 200);
  const { open, foot } = words[address.language];
  const url = `${await workspaceUrl(ctx)}/${pathOf(notice)}`;
  const body = letter({
    title: notice.record?.title || notice.text,
    paragraphs: [notice.text, ...(notice.quote ? [notice.quote] : []), foot],
    button: { label: open, url },
  });
  await post({
    organizationId: ctx.organizationId,
    key: `notice/${row.id}`,
    to: address.email,
    subject,
    ...body,
  });
  await inOrganization(ctx, (tx) => markEmailed(tx, ctx, [row.id]));
}

/**
 * Sends a member the day's digest of what they have not read, once a day: the letter's key and the day kept with the
 * member's settings both see to it. @param day the organization's day, `yyyy-MM-dd`
 */
export async function sendDigest(
  ctx: Context,
  { memberId, day }: { memberId: string; day: string },
): Promise<"sent" | "nothing"> {
  const address = await letterAddress(ctx, memberId);
  const waiting = await inOrganization(ctx, async (tx) => {
    const sent = (await preferencesOf(tx, ctx, [memberId])).get(memberId)?.digestDay;
    if (!address || (sent && sent >= day)) return [];
    const rows = await tx
      .select()
      .from(notification)
      .where(waitingFor(ctx, memberId))
      .orderBy(asc(notification.createdAt), asc(notification.id))
      .limit(500);
    const titles = await titlesOf(
      tx,
      ctx,
      rows.flatMap(({ recordId }) => recordId ?? []),
    );
    return rows.map((row) => noticeOf(row, titles, address.language));
  });
  if (!address || waiting.length === 0) return "nothing";
  await post({
    organizationId: ctx.organizationId,
    key: `digest/${memberId}/${day}`,
    to: address.email,
    subject: words[address.language].digest(waiting.length),
    ...digestBody(waiting, address.language, `${await workspaceUrl(ctx)}/notifications`),
  });
  await inOrganization(ctx, async (tx) => {
    await markEmailed(
      tx,
      ctx,
      waiting.map(({ id }) => id),
    );
    await writePreference(tx, ctx, memberId, { digestDay: day });
  });
  return "sent";
}

function digestBody(notices: readonly Notice[], language: Language, url: string) {
  const { open, foot, digest } = words[language];
  const lines = notices.slice(0, mostInDigest).map(({ record, text, quote }) => {
    const line = record?.title ? `${record.title}: ${text}` : text;
    return quote ? `${line} — “${quote.slice(0, 140)}”` : line;
  });
  return letter({
    title: digest(notices.length),
    paragraphs: [...lines, foot],
    button: { label: open, url },
  });
}

function waitingFor(ctx: Context, memberId: string) {
  return and(
    eq(notification.organizationId, ctx.organizationId),
    eq(notification.memberId, memberId),
    eq(notification.channel, "digest"),
    isNull(notification.emailedAt),
    isNull(notification.readAt),
    lte(notification.createdAt, ctx.now()),
  );
}

// An address that refuses for good holds back nobody else's letters; the outbox says why it did.
async function post(email: Email): Promise<void> {
  try {
    await sendEmail(email);
  } catch (error) {
    if (!(error instanceof AppError && error.data.retry === "refused")) throw error;
  }
}

async function markEmailed(tx: Transaction, ctx: Context, ids: string[]): Promise<void> {
  await tx
    .update(notification)
    .set({ emailedAt: ctx.now() })
    .where(and(eq(notification.organizationId, ctx.organizationId), inArray(notification.id, ids)));
}

function pathOf({ record, page }: Notice): string {
  const entity = entities.find((one) => one === record?.entity);
  return record && entity ? `${recordPaths[entity]}/${record.id}` : (page ?? "notifications");
}

async function workspaceUrl(ctx: Context): Promise<string> {
  const organization = await organizationById(ctx.organizationId);
  invariant(organization, "a letter comes from a workspace");
  return `${process.env.APP_URL ?? "http://localhost:3000"}/${organization.slug}`;
}
