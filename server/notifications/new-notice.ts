import type { Actor } from "@/server/platform";

/** What members are to be told, before anybody asked how they want it. */
export type NewNotice = {
  memberIds: readonly string[];
  type: string;
  data: Record<string, unknown>;
  about: { entity: string; recordId: string } | null;
  /** Null for what no event tells of. */
  eventId: string | null;
  actor: Actor;
};
