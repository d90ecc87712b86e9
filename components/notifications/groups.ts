import type { Notice } from "@/server/notifications/contract";

export type NoticeGroup = { key: string; record: Notice["record"]; items: Notice[] };

/** Notices by record, in the order of each one's newest; what is about no record stands alone. */
export function groupsOf(notices: readonly Notice[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const notice of notices) {
    const key = notice.record?.id ?? notice.id;
    const known = groups.get(key);
    if (known) known.items.push(notice);
    else groups.set(key, { key, record: notice.record, items: [notice] });
  }
  return [...groups.values()];
}
