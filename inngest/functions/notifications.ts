import type { InngestFunction } from "inngest";
import { automationContext } from "@/server/automation";
import { type DueAlarm, dueAlarms, ringAlarms } from "@/server/crm/activities";
import {
  type DueDigest,
  dueDigests,
  type Happening,
  notificationTypes,
  sendDigest,
  sendNoticeLetter,
  tell,
} from "@/server/notifications";
import { engineClock } from "@/server/platform";
import { inngest } from "../client";

type Heard = Omit<Happening, "id" | "name" | "data"> & { organizationId: string } & Record<string, unknown>;

/** A function for each type of notification: it tells whom the event concerns, and sends the letters among that. */
export const notificationFunctions: InngestFunction.Any[] = notificationTypes
  .filter(({ on }) => on.length > 0)
  .map(({ type, on }) =>
    inngest.createFunction(
      {
        id: `notify-${type.replaceAll("_", "-")}`,
        triggers: on,
        concurrency: [{ key: "event.data.organizationId", limit: 5 }],
      },
      async ({ event, step }) => {
        const { organizationId, entity, recordId, actor, ...data } = event.data as Heard;
        const happening = { id: event.id ?? "", name: event.name, entity, recordId, actor, data };
        const letters = await step.run("tell", async () =>
          tell(await automationContext(organizationId), type, happening),
        );
        for (const letter of letters) {
          await step.run(`letter ${letter.notificationId}`, async () =>
            sendNoticeLetter(await automationContext(organizationId), letter),
          );
        }
      },
    ),
  );

/** Every minute: activities whose reminder or end has come. Their rows are the truth, so none rings that was moved. */
export const activityAlarms = inngest.createFunction(
  { id: "activity-alarms", triggers: [{ cron: "* * * * *" }], concurrency: 1 },
  async ({ step }) => {
    const due = await step.run("look", async () => dueAlarms((await engineClock())()));
    if (due.length > 0) await step.run("ring", () => ringAll(due));
  },
);

async function ringAll(due: readonly DueAlarm[]): Promise<void> {
  for (const { organizationId, activityId } of due) {
    await ringAlarms(await automationContext(organizationId), { activityId });
  }
}

/** Every quarter of an hour: members whose hour of the digest has come. */
export const digestSweep = inngest.createFunction(
  { id: "notification-digests", triggers: [{ cron: "*/15 * * * *" }], concurrency: 1 },
  async ({ step }) => {
    const due = await step.run("look", async () => dueDigests((await engineClock())()));
    if (due.length === 0) return;
    await step.sendEvent(
      "send",
      due.map((data) => ({
        name: "notification/digest.due",
        data,
      })),
    );
  },
);

/** One member's digest of a day; a second call of the same day sends nothing. */
export const digestLetter = inngest.createFunction(
  {
    id: "notification-digest",
    triggers: [{ event: "notification/digest.due" }],
    concurrency: [{ key: "event.data.memberId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { organizationId, memberId, day } = event.data as DueDigest;
    await step.run("send", async () =>
      sendDigest(await automationContext(organizationId), { memberId, day }),
    );
  },
);
