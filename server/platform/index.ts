export { closeDatabase, directUrl } from "@/db/client";
export { keep } from "@/db/kept-statements";
export { authorize, may, type Owned, visibility } from "./authorize";
export { insertAll, replaceAll, restoreAll } from "./bulk";
export { engineClock } from "./clock";
export type { Actor, Cause, Context, Language, Membership } from "./context";
export { contextOf } from "./context-of";
export { dayAfter, dayIn, noonOf } from "./days";
export { assertRowSecurity, asWorker, inOrganization, joining, type Transaction, workerPool } from "./db";
export { AppError, type ErrorCode, errorCodes, invalidInput, invariant, type Refusal } from "./errors";
export {
  announceChange,
  defineEvent,
  type EventType,
  eventById,
  eventLog,
  eventNames,
  type Given,
  type LoggedEvent,
  type RelayedEvent,
  recordEvent,
  recordEvents,
  relayEvents,
} from "./events";
export { type HistoryEntry, recordHistory, touchedByPeople } from "./events/history";
export { type Health, health } from "./health";
export { newId } from "./ids";
export { announceSessionEnd } from "./live/announce-session-end";
export { closeLive, type LiveChange, subscribeLive } from "./live/hub";
export { listen } from "./live/listen";
export { log } from "./log";
export { amountMinor, currencies, currency, currencyDigits, formatMoney, parseMoney } from "./money";
export { isOwnOrigin } from "./own-address";
export {
  type AutomatedEntity,
  automatedEntities,
  type Entity,
  entities,
  isStaged,
  type Operation,
  operations,
  permissionTable,
  type Role,
  roles,
  type Scope,
  type StagedEntity,
  scopeOf,
  stagedEntities,
} from "./permissions";
export { assertReference } from "./references";
export { isMark, keyedDigest, markOf, seal, unseal } from "./secrets";
export { email, optionalText, requiredText, text } from "./text";
