import { useFormatter, useNow } from "next-intl";
import { useWorkspace } from "@/components/workspace/workspace";

/** Moments as people say them, past and to come, and exactly. */
export function useMoments() {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const { timeZone } = useWorkspace();
  return {
    /** "5 minutes ago", "in 2 hours" */
    relative: (instant: Date) => format.relativeTime(instant, now),
    /** "12 Mar, 14:05" */
    exact: (instant: Date) =>
      format.dateTime(instant, {
        day: "numeric",
        month: "short",
        hour: "numeric",
        minute: "2-digit",
        timeZone,
      }),
  };
}
