export { defineEvent, type EventType } from "./define";
export { announceChange, liveChannel, outboxChannel, recordEvent, recordEvents } from "./record";
export { type RelayedEvent, relayEvents } from "./relay";
