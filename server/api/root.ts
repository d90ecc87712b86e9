import { automationRouter } from "./routers/automation";
import { bulkRouter } from "./routers/bulk";
import { dealsRouter } from "./routers/deals";
import { fieldsRouter } from "./routers/fields";
import { filesRouter } from "./routers/files";
import { identityRouter } from "./routers/identity";
import { leadsRouter } from "./routers/leads";
import { onboardingRouter } from "./routers/onboarding";
import { companiesRouter, contactsRouter } from "./routers/people";
import { pipelinesRouter } from "./routers/pipelines";
import { recordsRouter } from "./routers/records";
import { viewsRouter } from "./routers/views";
import { router } from "./trpc";

/** Every call the browser can make. */
export const appRouter = router({
  identity: identityRouter,
  deals: dealsRouter,
  leads: leadsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  records: recordsRouter,
  fields: fieldsRouter,
  files: filesRouter,
  views: viewsRouter,
  bulk: bulkRouter,
  pipelines: pipelinesRouter,
  onboarding: onboardingRouter,
  automation: automationRouter,
});

export type AppRouter = typeof appRouter;
