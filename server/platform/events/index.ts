export { defineEvent, type EventType } from "./define";
export { announceChange, liveChannel, outboxChannel, recordEvent } from "./record";
export { type RelayedEvent, relayEvents } from "./relay";
