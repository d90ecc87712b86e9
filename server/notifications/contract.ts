import { z } from "zod";

/** How a member is told: not at all, by the bell, by a letter at once too, or by the bell and the day's digest. */
export const channels = ["off", "app", "email", "digest"] as const;
export type Channel = (typeof channels)[number];

type Words = { en: string; ru: string };

/** A notice as the bell shows it, its words ready in the reader's language. */
export type Notice = {
  id: string;
  type: string;
  text: string;
  /** What somebody wrote. */
  quote: string | null;
  actor: { type: "member" | "robot" | "system"; id: string; name: string | null };
  record: { id: string; entity: string; title: string } | null;
  /** The workspace's page it leads to, when it is about no record. */
  page: string | null;
  createdAt: Date;
  readAt: Date | null;
};

export type NoticePage = { items: Notice[]; unread: number; nextCursor: NoticeCursor | null };
export type NoticeCursor = { createdAt: Date; id: string };

export const ListNotices = z.strictObject({
  unread: z.boolean().default(false),
  cursor: z.strictObject({ createdAt: z.date(), id: z.uuid() }).nullish(),
  limit: z.number().int().min(1).max(100).default(50),
});
export type ListNotices = z.output<typeof ListNotices>;

/** Which notices: some by id, those about a record, or all when neither is given. */
export const ReadNotices = z.strictObject({
  ids: z.array(z.uuid()).max(200).optional(),
  recordId: z.uuid().optional(),
});
export type ReadNotices = z.output<typeof ReadNotices>;

export type NotificationSettings = {
  types: { type: string; label: Words; hint: Words; channel: Channel }[];
  /** The hour of the organization's day at which the digest goes out. */
  digestHour: number;
};

export const ChangeNotificationSettings = z.strictObject({
  channels: z.record(z.string().max(60), z.enum(channels)).optional(),
  digestHour: z.number().int().min(0).max(23).optional(),
});
export type ChangeNotificationSettings = z.output<typeof ChangeNotificationSettings>;
