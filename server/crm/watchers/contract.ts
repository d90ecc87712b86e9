import { z } from "zod";

/** Somebody who is told what happens to a record. */
export type Watcher = { memberId: string; name: string };

export const WatchRecord = z.strictObject({
  recordId: z.uuid(),
  /** Absent: oneself. */
  memberId: z.uuid().optional(),
});
export type WatchRecord = z.output<typeof WatchRecord>;
