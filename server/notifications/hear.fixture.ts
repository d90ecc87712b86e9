import { holds } from "@/inngest/local/expression";
import { type Context, contextOf, type Entity, eventLog, inOrganization } from "@/server/platform";
import type { Workspace } from "@/server/testing/fixtures";
import { type NoticeLetter, notificationTypes, tell } from "./index";

/** A workspace's own hand, as the functions have it. */
export function systemOf(w: Workspace, now?: Date): Context {
  const { organizationId: id, timeZone, currency } = w.owner;
  return contextOf({
    organization: { id, timeZone, currency, language: "en" },
    actor: { type: "system", id: "pult" },
    ...(now && { now: () => now }),
  });
}

/** What the functions do with each event about a record that a type listens to, conditions and all. */
export async function hear(w: Workspace, recordId: string, now?: Date): Promise<NoticeLetter[]> {
  const letters: NoticeLetter[] = [];
  const names = [...new Set(notificationTypes.flatMap(({ on }) => on.map((one) => one.event)))];
  const system = systemOf(w, now);
  const rows = await inOrganization(system, (tx) =>
    eventLog(tx, system, { names, recordId, after: null, limit: 200 }),
  );
  for (const { id, name, entity, actor, data } of rows) {
    // Muted ones never reach a function.
    if (data.muted === true) continue;
    const sent = { name, data: { entity, recordId, actor, ...data } };
    for (const { type, on } of notificationTypes) {
      if (!on.some((one) => one.event === name && (!one.if || holds(one.if, { event: sent })))) continue;
      const happening = { id, name, entity: entity as Entity, recordId, actor, data };
      letters.push(...(await tell(system, type, happening)));
    }
  }
  return letters;
}
