import { defineEvent } from "@/server/platform";

type About = { activityId: string; title: string; kind: string };

export const activityCreated = defineEvent<About & { dueAt: string | null }>("activity.created", "deal");
export const activityDone = defineEvent<About>("activity.done", "deal");
export const activityReopened = defineEvent<About>("activity.reopened", "deal");
