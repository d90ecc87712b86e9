"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import { activityKinds } from "@/server/crm/activities/contract";
import { parseDay } from "@/server/filter/zone";
import { calendarViews } from "./calendar-days";

const views = ["list", ...calendarViews] as const;
export type AgendaView = (typeof views)[number];

/** How activities are looked at, kept in the address. */
export function useAgendaFilters() {
  const { today } = useDates();
  const { memberId } = useWorkspace();
  const [query, set] = useQueryStates({
    view: parseAsStringLiteral(views).withDefault("list"),
    day: parseAsString,
    /** `all`, or a member's id; absent: one's own. */
    member: parseAsString,
    kind: parseAsStringLiteral(activityKinds),
    done: parseAsStringLiteral(["show"] as const),
  });
  const day = query.day && parseDay(query.day) ? query.day : today;
  const memberIds = query.member === "all" ? undefined : [query.member ?? memberId];
  return { ...query, day, set, narrowed: { memberIds, kinds: query.kind ? [query.kind] : undefined } };
}
