export { answerApi } from "./http/answer-api";
export { forgetAnswers } from "./http/once";
export { createApiKey } from "./keys/create-api-key";
export { listApiKeys } from "./keys/list-api-keys";
export { revokeApiKey } from "./keys/revoke-api-key";
export { openApiDocument } from "./openapi/document";
export { offeredScopes } from "./operations/offered-scopes";
