import type { Place, Robot, RunMode, SaveRobot, Timing } from "@/server/automation/contract";
import type { Filter } from "@/server/filter/tree";

/** A robot as the editor holds it: nothing is required yet. */
export type RobotDraft = {
  /** Absent while it is new. */
  id?: string | undefined;
  name: string;
  actionType: string;
  params: Record<string, unknown>;
  condition: Filter | null;
  timing: Timing;
  runMode: RunMode;
  enabled: boolean;
};

/** A new robot for an action: at once, after the one before it, without a condition. */
export function newDraft(actionType: string): RobotDraft {
  return {
    name: "",
    actionType,
    params: {},
    condition: null,
    timing: { kind: "now" },
    runMode: "after_previous",
    enabled: true,
  };
}

/** The editor's copy of a saved robot. */
export function draftOf({ place: _place, ...robot }: Robot): RobotDraft {
  return robot;
}

/** The same robot once more, under another name and not yet saved. */
export function copyOf(robot: Robot, name: string): RobotDraft {
  return { ...draftOf(robot), id: undefined, name };
}

/** What is sent: parameters that are empty are left out. */
export function savedFrom(draft: RobotDraft, place: Place): SaveRobot {
  const params = Object.entries(draft.params).filter(([, value]) => value !== undefined);
  // A widget gives strings, numbers, booleans, null and lists of them: all of it is JSON.
  return { ...draft, place, params: Object.fromEntries(params) as SaveRobot["params"] };
}

/** Whether two drafts say the same. */
export function sameDraft(one: RobotDraft, other: RobotDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
