import { organizationById } from "@/server/identity";
import { type Cause, type Context, contextOf, invariant } from "@/server/platform";
import type { Run } from "./queries";

/** Pult itself at work in an organization, as engine functions call verbs; `causes` are those of the event. */
export async function automationContext(organizationId: string, causes: Cause[] = []): Promise<Context> {
  const organization = await organizationById(organizationId);
  invariant(organization, `organization ${organizationId} exists`);
  return contextOf({ organization, actor: { type: "system", id: "pult" }, causes });
}

/** The robot as an actor: what it changes carries the chain of causes, with this hop at its end. */
export function robotContext(ctx: Context, run: Run, robot: { id: string; name: string }): Context {
  const hop: Cause = {
    runId: run.id,
    robotId: robot.id,
    name: robot.name,
    recordId: run.recordId,
    stageId: run.stageId,
  };
  return {
    ...ctx,
    actor: { type: "robot", id: robot.id, name: robot.name },
    member: null,
    causes: [...run.causes, hop],
  };
}
