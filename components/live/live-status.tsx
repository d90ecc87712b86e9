"use client";

import { LiveDot } from "@/components/shell/live-dot";
import { useLiveState } from "./live-provider";

/** The dot in the top bar. */
export function LiveStatus() {
  return <LiveDot state={useLiveState()} />;
}
