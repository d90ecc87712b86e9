import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { Robot } from "@/server/automation/contract";
import { copyOf, draftOf, savedFrom } from "./robot-draft";
import type { RobotPlace } from "./robot-place";

type Where = Pick<RobotPlace, "of" | "place">;

/** The robots of a place, in order. */
export function usePlaceRobots({ of, place }: Where) {
  const trpc = useTRPC();
  return useQuery(
    trpc.automation.robots.queryOptions(of, {
      select: (robots) => robots.filter((robot) => robot.place === place),
    }),
  );
}

/** What can be done with a place's robots; shown at once, put back with the reason when refused. */
export function useRobotActions({ of, place }: Where) {
  const t = useTranslations("robots.list");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const queryKey = trpc.automation.robots.queryKey(of);
  const mutationKey = trpc.automation.pathKey();

  const show = async (change: (robots: Robot[]) => Robot[]) => {
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (robots) => robots && change(robots));
  };
  const settled = {
    onError: (error: unknown) => void toast.error(say(error)),
    onSettled: async () => {
      if (client.isMutating({ mutationKey }) === 1) await client.invalidateQueries({ queryKey });
    },
  };
  const save = useMutation(trpc.automation.saveRobot.mutationOptions(settled));
  const remove = useMutation(trpc.automation.deleteRobot.mutationOptions(settled));
  const restore = useMutation(trpc.automation.restoreRobot.mutationOptions(settled));
  const reorder = useMutation(trpc.automation.reorderRobots.mutationOptions(settled));

  return {
    async toggle(robot: Robot, enabled: boolean) {
      await show((robots) => robots.map((one) => (one.id === robot.id ? { ...one, enabled } : one)));
      save.mutate(savedFrom({ ...draftOf(robot), enabled }, place));
    },
    async remove(robot: Robot) {
      await show((robots) => robots.filter((one) => one.id !== robot.id));
      remove.mutate(
        { robotId: robot.id },
        {
          onSuccess: () =>
            void toast.success(t("removed", { name: robot.name }), {
              undo: () => restore.mutate({ robotId: robot.id }),
            }),
        },
      );
    },
    async reorder(ordered: readonly Robot[]) {
      const rest = (robots: Robot[]) => robots.filter((one) => one.place !== place);
      await show((robots) => [...rest(robots), ...ordered]);
      reorder.mutate({ place, robotIds: ordered.map((robot) => robot.id) });
    },
    /** The copy stands behind its original. */
    async duplicate(robot: Robot, ordered: readonly Robot[]) {
      const copy = await save
        .mutateAsync(savedFrom(copyOf(robot, t("copyName", { name: robot.name }).slice(0, 120)), place))
        .catch(() => null);
      if (!copy) return;
      toast.success(t("duplicated", { name: robot.name }));
      const ids = ordered.flatMap((one) => (one.id === robot.id ? [one.id, copy.id] : [one.id]));
      reorder.mutate({ place, robotIds: ids });
    },
  };
}
