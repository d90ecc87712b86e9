"use client";

import type { Stage } from "@/server/pipelines/contract";

/** placeholder until the API */
export function StageRobots(_props: { stage: Stage }) {
  return null;
}
