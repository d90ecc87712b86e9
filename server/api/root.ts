import { automationRouter } from "./routers/automation";
import { dealsRouter } from "./routers/deals";
import { fieldsRouter } from "./routers/fields";
import { identityRouter } from "./routers/identity";
import { onboardingRouter } from "./routers/onboarding";
import { companiesRouter, contactsRouter } from "./routers/people";
import { pipelinesRouter } from "./routers/pipelines";
import { recordsRouter } from "./routers/records";
import { transferRouter } from "./routers/transfer";
import { router } from "./trpc";

/** Every call the browser can make. */
export const appRouter = router({
  identity: identityRouter,
  deals: dealsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  records: recordsRouter,
  fields: fieldsRouter,
  pipelines: pipelinesRouter,
  onboarding: onboardingRouter,
  automation: automationRouter,
  transfer: transferRouter,
});

export type AppRouter = typeof appRouter;
