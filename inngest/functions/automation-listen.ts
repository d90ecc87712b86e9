import {
  activeRuns,
  automationContext,
  resumeStageRobots,
  startStageRobots,
  stopStageRobots,
} from "@/server/automation";
import type { Cause } from "@/server/platform";
import { inngest } from "../client";

type Happened = {
  organizationId: string;
  recordId: string;
  stageId?: string;
  causes?: Cause[];
  runId?: string;
  /** Of an import whose robots were to keep still. */
  muted?: boolean;
};

/** A deal entered a stage: the robots it left stop, the stage's own start. */
export const dealEnteredStage = inngest.createFunction(
  {
    id: "automation-deal-entered-stage",
    triggers: [{ event: "deal.created" }, { event: "deal.stage_changed" }],
    concurrency: [{ key: "event.data.organizationId", limit: 5 }],
  },
  async ({ event, step }) => {
    const { organizationId, recordId, stageId = "", causes, muted } = event.data as Happened;
    if (muted) return;
    const run = await step.run("start", async () =>
      startStageRobots(await automationContext(organizationId, causes), {
        dealId: recordId,
        enteredStageId: stageId,
      }),
    );
    if (run) await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, ...run } });
  },
);

/** A deal is gone: what runs on it stops. */
export const dealDeleted = inngest.createFunction(
  { id: "automation-deal-deleted", triggers: [{ event: "deal.deleted" }] },
  async ({ event, step }) => {
    const { organizationId, recordId } = event.data as Happened;
    await step.run("stop", async () =>
      stopStageRobots(await automationContext(organizationId), { dealId: recordId }),
    );
  },
);

/** A deal came back from the trash: the robots that its going away stopped go on. */
export const dealRestored = inngest.createFunction(
  { id: "automation-deal-restored", triggers: [{ event: "deal.restored" }] },
  async ({ event, step }) => {
    const { organizationId, recordId, causes } = event.data as Happened;
    const run = await step.run("resume", async () =>
      resumeStageRobots(await automationContext(organizationId, causes), { dealId: recordId }),
    );
    if (run) await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, ...run } });
  },
);

/** A deal changed: a date that some run waits for may have moved. */
export const dealUpdated = inngest.createFunction(
  { id: "automation-deal-updated", triggers: [{ event: "deal.updated" }] },
  async ({ event, step }) => {
    const { organizationId, recordId } = event.data as Happened;
    const runs = await step.run("runs", async () =>
      activeRuns(await automationContext(organizationId), { dealId: recordId }),
    );
    if (runs.length === 0) return;
    await step.sendEvent(
      "wake",
      runs.map((run) => ({ name: "process/run.wake", data: { organizationId, ...run } })),
    );
  },
);

/** A person asked for a failed action again. */
export const processRetried = inngest.createFunction(
  { id: "automation-process-retried", triggers: [{ event: "process.retried" }] },
  async ({ event, step }) => {
    const { organizationId, runId } = event.data as Happened;
    await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, runId } });
  },
);
