import type { Activity } from "@/server/crm/activities/contract";

/** Orders by time; those without one come last. */
export function soonestFirst(a: Pick<Activity, "dueAt">, b: Pick<Activity, "dueAt">): number {
  return (
    (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) || 0
  );
}
