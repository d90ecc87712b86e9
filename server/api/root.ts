import { automationRouter } from "./routers/automation";
import { dealsRouter } from "./routers/deals";
import { fieldsRouter } from "./routers/fields";
import { identityRouter } from "./routers/identity";
import { invoicesRouter } from "./routers/invoices";
import { onboardingRouter } from "./routers/onboarding";
import { companiesRouter, contactsRouter } from "./routers/people";
import { pipelinesRouter } from "./routers/pipelines";
import { currenciesRouter, lineItemsRouter, productsRouter } from "./routers/products";
import { recordsRouter } from "./routers/records";
import { router } from "./trpc";

/** Every call the browser can make. */
export const appRouter = router({
  identity: identityRouter,
  deals: dealsRouter,
  contacts: contactsRouter,
  companies: companiesRouter,
  products: productsRouter,
  lineItems: lineItemsRouter,
  currencies: currenciesRouter,
  invoices: invoicesRouter,
  records: recordsRouter,
  fields: fieldsRouter,
  pipelines: pipelinesRouter,
  onboarding: onboardingRouter,
  automation: automationRouter,
});

export type AppRouter = typeof appRouter;
