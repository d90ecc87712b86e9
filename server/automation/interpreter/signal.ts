import type { FieldType } from "@/server/filter";
import type { Json } from "./definition";
import type { Outcome } from "./state";

/** What a run is told. Delivering one twice changes nothing. */
export type InboxSignal =
  | { type: "start" }
  /** Time went by, or the record changed: look again. */
  | { type: "tick" }
  | { type: "reply"; block: string; visit: number; attempt: number; outcome: Outcome }
  /** A person asks for a failed action again; `attempt` is the one that failed. */
  | { type: "retry"; block: string; visit: number; attempt: number }
  | { type: "stop"; reason: string };

/** The record as it was when the run woke: its fields as plain JSON, instants as ISO text. */
export type Facts = { [key: string]: Json };

/** A signal with the facts at its delivery; a field whose type is not told is taken for what it holds. */
export type Signal = InboxSignal & {
  facts: Facts;
  types?: Readonly<Record<string, FieldType>>;
  timeZone?: string;
};
