import type { Context } from "@/server/platform";
import type { Both, IndustryTemplate } from "./template";

/** Puts the template's robots on its stages. */
export async function installRobots(
  _ctx: Context,
  _template: IndustryTemplate,
  _laidOut: { pipelineId: string; stageIds: string[] },
  _say: (text: Both) => string,
): Promise<void> {}
