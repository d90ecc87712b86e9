import type { Actor, Cause, Context, Language, Membership } from "./context";
import { newId } from "./ids";
import { log } from "./log";

type Workspace = { id: string; timeZone: string; currency: string; language: Language };

type Call = {
  organization: Workspace;
  actor: Actor;
  member?: Membership | null;
  language?: Language;
  causes?: Cause[];
  requestId?: string;
  now?: () => Date;
};

/** Assembles the context of one call: of a member's request, a robot's action or the system's chore. */
export function contextOf(call: Call): Context {
  const requestId = call.requestId ?? newId();
  return {
    organizationId: call.organization.id,
    actor: call.actor,
    member: call.member ?? null,
    language: call.language ?? call.organization.language,
    timeZone: call.organization.timeZone,
    currency: call.organization.currency,
    causes: call.causes ?? [],
    requestId,
    log: log.child({ requestId, organizationId: call.organization.id, actor: call.actor.id }),
    now: call.now ?? (() => new Date()),
    newId,
  };
}
