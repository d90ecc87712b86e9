import { z } from "zod";
import type { Entity } from "@/server/platform/permissions";
import { optionalText } from "@/server/platform/text";

/** Another record that belongs to one, whichever of the two was linked to the other. */
export type RecordLink = {
  id: string;
  /** What one is to the other: "decides", "accountant". */
  role: string | null;
  record: { id: string; entity: Entity; title: string };
};

const role = optionalText(100);

export const LinkRecords = z.strictObject({ fromId: z.uuid(), toId: z.uuid(), role: role.optional() });
export type LinkRecords = z.output<typeof LinkRecords>;

export const LinkId = z.strictObject({ linkId: z.uuid() });
export const ChangeLinkRole = z.strictObject({ linkId: z.uuid(), role });
export type ChangeLinkRole = z.output<typeof ChangeLinkRole>;
