import { automationRouter } from "./routers/automation";
import { dealsRouter } from "./routers/deals";
import { identityRouter } from "./routers/identity";
import { onboardingRouter } from "./routers/onboarding";
import { companiesRouter, contactsRouter } from "./routers/people";
import { pipelinesRouter } from "./routers/pipelines";
import { router } from "./trpc";

/** Every call the browser can make. */
export const appRouter = router({
  identity: identityRouter,
  deals: dealsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  pipelines: pipelinesRouter,
  onboarding: onboardingRouter,
  automation: automationRouter,
});

export type AppRouter = typeof appRouter;
