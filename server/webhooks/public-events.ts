// Loaded for the events they declare.
import "@/server/crm/activities/events";
import "@/server/crm/comments/events";
import "@/server/webforms/events";
import { recordTypes } from "@/server/crm/registry";
import { eventNames } from "@/server/platform";

// An order inside a stage means nothing outside of the board.
const inner = ["reordered"];

/** The events that other programs may be told of: what happens to records, their activities and comments. */
export function publicEvents(): string[] {
  const told = new Set<string>([
    ...recordTypes.map(({ entity }) => entity),
    "activity",
    "comment",
    "webform",
  ]);
  return eventNames().filter((name) => {
    const [entity = "", what = ""] = name.split(".");
    return told.has(entity) && !inner.includes(what);
  });
}
