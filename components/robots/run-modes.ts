import type { RunMode } from "@/server/automation/contract";

/** How a robot stands to the one before it, in the order offered. */
export const runModes = ["after_previous", "parallel"] as const satisfies readonly RunMode[];
