import { activitiesRouter } from "./routers/activities";
import { aroundRouter } from "./routers/around";
import { automationRouter } from "./routers/automation";
import { bulkRouter } from "./routers/bulk";
import { dealsRouter } from "./routers/deals";
import { fieldsRouter } from "./routers/fields";
import { filesRouter } from "./routers/files";
import { identityRouter } from "./routers/identity";
import { apiKeysRouter, webformsRouter, webhooksRouter } from "./routers/integrations";
import { invoicesRouter } from "./routers/invoices";
import { leadsRouter } from "./routers/leads";
import { listsRouter } from "./routers/lists";
import { notificationsRouter } from "./routers/notifications";
import { onboardingRouter } from "./routers/onboarding";
import { companiesRouter, contactsRouter } from "./routers/people";
import { pipelinesRouter } from "./routers/pipelines";
import { currenciesRouter, lineItemsRouter, productsRouter } from "./routers/products";
import { recordsRouter } from "./routers/records";
import { transferRouter } from "./routers/transfer";
import { viewsRouter } from "./routers/views";
import { router } from "./trpc";

/** Every call the browser can make. */
export const appRouter = router({
  identity: identityRouter,
  deals: dealsRouter,
  leads: leadsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  lists: listsRouter,
  products: productsRouter,
  lineItems: lineItemsRouter,
  currencies: currenciesRouter,
  invoices: invoicesRouter,
  records: recordsRouter,
  around: aroundRouter,
  activities: activitiesRouter,
  notifications: notificationsRouter,
  fields: fieldsRouter,
  files: filesRouter,
  views: viewsRouter,
  bulk: bulkRouter,
  pipelines: pipelinesRouter,
  onboarding: onboardingRouter,
  automation: automationRouter,
  apiKeys: apiKeysRouter,
  webhooks: webhooksRouter,
  webforms: webformsRouter,
  transfer: transferRouter,
});

export type AppRouter = typeof appRouter;
