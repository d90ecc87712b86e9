export { authorize, may, type Owned, visibility } from "./authorize";
export type { Actor, Cause, Context, Language, Membership } from "./context";
export { contextOf } from "./context-of";
export { assertRowSecurity, asWorker, inOrganization, joining, type Transaction } from "./db";
export { AppError, type ErrorCode, errorCodes, invariant } from "./errors";
export { defineEvent, type EventType, type RelayedEvent, recordEvent, relayEvents } from "./events";
export { type Health, health } from "./health";
export { newId } from "./ids";
export { closeLive, type LiveChange, subscribeLive } from "./live/hub";
export { listen } from "./live/listen";
export { log } from "./log";
export { amountMinor, currencies, currency, formatMoney } from "./money";
export {
  type Operation,
  operations,
  permissionTable,
  type Role,
  roles,
  type Scope,
  scopeOf,
} from "./permissions";
export { email, optionalText, requiredText, text } from "./text";
