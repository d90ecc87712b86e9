import { z } from "zod";
import { MemberId } from "@/server/identity/contract";
import type { Entity } from "@/server/platform/permissions";

/** `newOwnerId` gets what was theirs; without it everything keeps its owner. */
export const RemoveMember = MemberId.extend({ newOwnerId: z.uuid().nullish() });
export type RemoveMember = z.output<typeof RemoveMember>;

/** What a member answers for: records of each kind, closed ones too, and activities still to be done. */
export type Belongings = Record<Entity | "activities", number>;
