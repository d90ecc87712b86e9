import type { notification } from "@/db/schema/notifications";
import type { Actor, Language } from "@/server/platform";
import type { Notice } from "./contract";
import { notificationType } from "./registry";

type Row = typeof notification.$inferSelect;

/** A stored notice in words; `titles` are what records are called now. */
export function noticeOf(row: Row, titles: Readonly<Record<string, string>>, language: Language): Notice {
  const title = row.recordId ? (titles[row.recordId] ?? "") : "";
  const { quote } = row.data;
  const type = notificationType(row.type);
  const say = type?.say[language];
  return {
    id: row.id,
    type: row.type,
    text: say?.({ title, by: nameOf(row.actor), data: row.data }) ?? title,
    quote: typeof quote === "string" ? quote : null,
    actor: { type: row.actor?.type ?? "system", id: row.actor?.id ?? "pult", name: nameOf(row.actor) },
    record: row.recordId && row.entity ? { id: row.recordId, entity: row.entity, title } : null,
    page: type?.staff?.page ?? null,
    createdAt: row.createdAt,
    readAt: row.readAt,
  };
}

function nameOf(actor: Actor | null): string | null {
  return actor && actor.type !== "system" ? actor.name : null;
}
