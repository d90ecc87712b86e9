import { defineEvent } from "@/server/platform";

/** Anything about a pipeline's shape changed: its name, a stage, an order. */
export const pipelineChanged = defineEvent<{ name: string; what: string }>("pipeline.changed", "pipeline");
