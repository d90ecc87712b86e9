import type { StopReason } from "@/server/automation/contract";

const known: readonly StopReason[] = ["stage_left", "record_gone", "process_limit", "by_hand"];

/** The reason as its text is filed; `other` for one that is not known here. */
export function stopReasonKey(reason: string | null): StopReason | "other" {
  return known.find((one) => one === reason) ?? "other";
}
