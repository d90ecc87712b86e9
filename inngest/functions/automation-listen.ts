import {
  activeRuns,
  automationContext,
  enteredPlace,
  enteringEvents,
  resumeStageRobots,
  startStageRobots,
  stopStageRobots,
} from "@/server/automation";
import { type AutomatedEntity, automatedEntities, type Cause } from "@/server/platform";
import { inngest } from "../client";

type Happened = {
  organizationId: string;
  entity: AutomatedEntity;
  recordId: string;
  causes?: Cause[];
  runId?: string;
  /** Of an import whose robots were to keep still. */
  muted?: boolean;
};

/** The same happening of everything that robots work on. */
const on = (what: string) => automatedEntities.map((entity) => ({ event: `${entity}.${what}` }));

/** A record came to a stage or a status: the robots it left stop, those that wait here start. */
export const recordEnteredStage = inngest.createFunction(
  {
    id: "automation-record-entered-stage",
    triggers: enteringEvents.map((event) => ({ event })),
    concurrency: [{ key: "event.data.organizationId", limit: 5 }],
  },
  async ({ event, step }) => {
    const { organizationId, entity, recordId, causes, muted } = event.data as Happened;
    if (muted) return;
    const run = await step.run("start", async () =>
      startStageRobots(await automationContext(organizationId, causes), {
        ...{ entity, id: recordId },
        entered: enteredPlace(event.data),
      }),
    );
    if (run) await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, ...run } });
  },
);

/** A record is gone: what runs on it stops. */
export const recordDeleted = inngest.createFunction(
  { id: "automation-record-deleted", triggers: on("deleted") },
  async ({ event, step }) => {
    const { organizationId, entity, recordId } = event.data as Happened;
    await step.run("stop", async () =>
      stopStageRobots(await automationContext(organizationId), { entity, id: recordId }),
    );
  },
);

/** A record came back from the trash: the robots that its going away stopped go on. */
export const recordRestored = inngest.createFunction(
  { id: "automation-record-restored", triggers: on("restored") },
  async ({ event, step }) => {
    const { organizationId, entity, recordId, causes } = event.data as Happened;
    const run = await step.run("resume", async () =>
      resumeStageRobots(await automationContext(organizationId, causes), { entity, id: recordId }),
    );
    if (run) await step.sendEvent("wake", { name: "process/run.wake", data: { organizationId, ...run } });
  },
);

/** A record changed: a date that some run waits for may have moved. */
export const recordUpdated = inngest.createFunction(
  { id: "automation-record-updated", triggers: on("updated") },
  async ({ event, step }) => {
    const { organizationId, entity, recordId } = event.data as Happened;
    const runs = await step.run("runs", async () =>
      activeRuns(await automationContext(organizationId), { entity, id: recordId }),
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
