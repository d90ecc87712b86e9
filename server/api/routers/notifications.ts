import * as notifications from "@/server/notifications";
import { ChangeNotificationSettings, ListNotices, ReadNotices } from "@/server/notifications/contract";
import { organizationProcedure, router } from "../trpc";

export const notificationsRouter = router({
  list: organizationProcedure
    .input(ListNotices)
    .query(({ ctx, input }) => notifications.myNotifications(ctx, input)),
  read: organizationProcedure
    .input(ReadNotices)
    .mutation(({ ctx, input }) => notifications.readNotifications(ctx, input)),
  settings: organizationProcedure.query(({ ctx }) => notifications.notificationSettings(ctx)),
  changeSettings: organizationProcedure
    .input(ChangeNotificationSettings)
    .mutation(({ ctx, input }) => notifications.changeNotificationSettings(ctx, input)),
});
