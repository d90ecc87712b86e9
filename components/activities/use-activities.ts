"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { type ApiInput, useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { Activity } from "@/server/crm/activities/contract";

/** A record's activities. */
export function useActivities(recordId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.records.activities.queryOptions({ recordId }));
}

/** How many activities are still to be done. */
export function useOpenActivities(recordId: string): number {
  return useActivities(recordId).data?.filter((activity) => !activity.doneAt).length ?? 0;
}

type Changes = ApiInput["activities"]["change"]["changes"];

/** What one does with activities, shown at once wherever they are and taken back when it is refused. */
export function useActivityVerbs() {
  const t = useTranslations("activities");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const refresh = () => {
    void client.invalidateQueries(trpc.records.activities.pathFilter());
    void client.invalidateQueries(trpc.activities.agenda.pathFilter());
    void client.invalidateQueries(trpc.records.timeline.pathFilter());
  };
  const create = useMutation(trpc.activities.create.mutationOptions({ onSuccess: refresh }));
  const completing = useMutation(trpc.activities.complete.mutationOptions());
  const reopening = useMutation(trpc.activities.reopen.mutationOptions());
  const changing = useMutation(trpc.activities.change.mutationOptions());
  const removing = useMutation(trpc.activities.delete.mutationOptions());
  const restoring = useMutation(trpc.activities.restore.mutationOptions());

  function show(id: string, next: Partial<Activity> | null): void {
    const changed = <One extends Activity>(list: readonly One[]) =>
      next
        ? list.map((one) => (one.id === id ? { ...one, ...next } : one))
        : list.filter((one) => one.id !== id);
    client.setQueriesData<Activity[]>(trpc.records.activities.pathFilter(), (list) => list && changed(list));
    client.setQueriesData<{ items: Activity[]; more: boolean }>(
      trpc.activities.agenda.pathFilter(),
      (page) => page && { ...page, items: changed(page.items) },
    );
  }

  async function doing(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      toast.error(say(error));
      return false;
    } finally {
      refresh();
    }
  }

  async function mark(activity: Activity, done: boolean, result?: string): Promise<void> {
    const activityId = activity.id;
    show(activityId, { doneAt: done ? new Date() : null, ...(result !== undefined && { result }) });
    const ok = await doing(() =>
      done ? completing.mutateAsync({ activityId, result }) : reopening.mutateAsync({ activityId }),
    );
    if (ok && done) {
      toast.success(t("done", { title: activity.title }), { undo: () => void mark(activity, false) });
    }
  }

  async function change(activity: Activity, changes: Changes, undoable = true): Promise<boolean> {
    show(activity.id, given(changes));
    const ok = await doing(() => changing.mutateAsync({ activityId: activity.id, changes }));
    if (ok && undoable) {
      const before = Object.fromEntries(
        Object.keys(changes).map((key) => [key, activity[key as keyof Activity]]),
      );
      toast.success(t("changed", { title: activity.title }), {
        id: `activity-${activity.id}`,
        undo: () => void change({ ...activity, ...given(changes) }, before, false),
      });
    }
    return ok;
  }

  async function remove(activity: Activity): Promise<void> {
    const activityId = activity.id;
    show(activityId, null);
    if (!(await doing(() => removing.mutateAsync({ activityId })))) return;
    toast.success(t("deleted", { title: activity.title }), {
      undo: () => void doing(() => restoring.mutateAsync({ activityId })),
    });
  }
  return { create, mark, change, remove, changing };
}

// What the API may be told to leave alone is not shown as emptied.
function given(changes: Changes): Partial<Activity> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
