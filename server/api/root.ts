import { activitiesRouter } from "./routers/activities";
import { aroundRouter } from "./routers/around";
import { automationRouter } from "./routers/automation";
import { dealsRouter } from "./routers/deals";
import { fieldsRouter } from "./routers/fields";
import { identityRouter } from "./routers/identity";
import { notificationsRouter } from "./routers/notifications";
import { onboardingRouter } from "./routers/onboarding";
import { companiesRouter, contactsRouter } from "./routers/people";
import { pipelinesRouter } from "./routers/pipelines";
import { recordsRouter } from "./routers/records";
import { router } from "./trpc";

/** Every call the browser can make. */
export const appRouter = router({
  identity: identityRouter,
  deals: dealsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  records: recordsRouter,
  around: aroundRouter,
  activities: activitiesRouter,
  notifications: notificationsRouter,
  fields: fieldsRouter,
  pipelines: pipelinesRouter,
  onboarding: onboardingRouter,
  automation: automationRouter,
});

export type AppRouter = typeof appRouter;
