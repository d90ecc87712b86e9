export { defineEvent, type EventType, eventNames, type Given } from "./define";
export { eventById, eventLog, type LoggedEvent } from "./log";
export { announceChange, liveChannel, outboxChannel, recordEvent, recordEvents } from "./record";
export { type RelayedEvent, relayEvents } from "./relay";
