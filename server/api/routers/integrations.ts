import * as api from "@/server/public-api";
import { ApiKeyId, CreateApiKey } from "@/server/public-api/contract";
import * as webforms from "@/server/webforms";
import { FormId, ListSubmissions, SaveForm, SubmissionId } from "@/server/webforms/contract";
import * as webhooks from "@/server/webhooks";
import * as contract from "@/server/webhooks/contract";
import { organizationProcedure, router } from "../trpc";

export const apiKeysRouter = router({
  list: organizationProcedure.query(({ ctx }) => api.listApiKeys(ctx)),
  scopes: organizationProcedure.query(() => api.offeredScopes()),
  create: organizationProcedure
    .input(CreateApiKey)
    .mutation(({ ctx, input }) => api.createApiKey(ctx, input)),
  revoke: organizationProcedure.input(ApiKeyId).mutation(({ ctx, input }) => api.revokeApiKey(ctx, input)),
});

export const webhooksRouter = router({
  events: organizationProcedure.query(() => webhooks.publicEvents()),
  list: organizationProcedure.query(({ ctx }) => webhooks.listEndpoints(ctx)),
  secret: organizationProcedure
    .input(contract.EndpointId)
    .query(({ ctx, input }) => webhooks.endpointSecret(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateEndpoint)
    .mutation(({ ctx, input }) => webhooks.createEndpoint(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateEndpoint)
    .mutation(({ ctx, input }) => webhooks.updateEndpoint(ctx, input)),
  remove: organizationProcedure
    .input(contract.EndpointId)
    .mutation(({ ctx, input }) => webhooks.removeEndpoint(ctx, input)),
  ping: organizationProcedure
    .input(contract.EndpointId)
    .mutation(({ ctx, input }) => webhooks.pingEndpoint(ctx, input)),
  deliveries: organizationProcedure
    .input(contract.ListDeliveries)
    .query(({ ctx, input }) => webhooks.listDeliveries(ctx, input)),
  delivery: organizationProcedure
    .input(contract.DeliveryId)
    .query(({ ctx, input }) => webhooks.getDelivery(ctx, input)),
  replay: organizationProcedure
    .input(contract.DeliveryId)
    .mutation(({ ctx, input }) => webhooks.replayDelivery(ctx, input)),
  replaySince: organizationProcedure
    .input(contract.ReplaySince)
    .mutation(({ ctx, input }) => webhooks.replaySince(ctx, input)),
});

export const webformsRouter = router({
  list: organizationProcedure.query(({ ctx }) => webforms.listForms(ctx)),
  askable: organizationProcedure.query(({ ctx }) => webforms.askableFields(ctx)),
  get: organizationProcedure.input(FormId).query(({ ctx, input }) => webforms.getForm(ctx, input)),
  save: organizationProcedure.input(SaveForm).mutation(({ ctx, input }) => webforms.saveForm(ctx, input)),
  archive: organizationProcedure.input(FormId).mutation(({ ctx, input }) => webforms.archiveForm(ctx, input)),
  submissions: organizationProcedure
    .input(ListSubmissions)
    .query(({ ctx, input }) => webforms.listSubmissions(ctx, input)),
  retry: organizationProcedure
    .input(SubmissionId)
    .mutation(({ ctx, input }) => webforms.retrySubmission(ctx, input)),
});
