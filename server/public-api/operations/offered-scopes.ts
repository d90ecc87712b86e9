import { type ApiScope, apiScopes } from "../contract";
import { apiOperations } from "./index";

/** The scopes that some operation asks for: those of record types that are not there yet are not offered. */
export function offeredScopes(): ApiScope[] {
  return apiScopes.filter((scope) => apiOperations.some((operation) => operation.scope === scope));
}
