import { organizationById } from "@/server/identity";
import { type Cause, type Context, contextOf, engineClock, invariant } from "@/server/platform";
import type { Run } from "./queries";

/**
 * Pult itself at work in an organization, as engine functions call verbs; `causes` are those of the event. Its time is
 * the engine's: timers and holds are compared by it, whichever process looks at them.
 */
export async function automationContext(organizationId: string, causes: Cause[] = []): Promise<Context> {
  const [organization, now] = await Promise.all([organizationById(organizationId), engineClock()]);
  invariant(organization, `organization ${organizationId} exists`);
  return contextOf({ organization, actor: { type: "system", id: "pult" }, causes, now });
}

/** The robot as an actor: what it changes carries the chain of causes, with this hop at its end. */
export function robotContext(ctx: Context, run: Run, robot: { id: string; name: string }): Context {
  const hop: Cause = {
    runId: run.id,
    robotId: robot.id,
    name: robot.name,
    recordId: run.recordId,
    place: run.place,
  };
  return {
    ...ctx,
    actor: { type: "robot", id: robot.id, name: robot.name },
    member: null,
    causes: [...run.causes, hop],
  };
}
