import type { Actor, Context, Entity, Language, Operation, Transaction } from "@/server/platform";
import type { Channel } from "./contract";

/** An event as notifications hear it. */
export type Happening = {
  id: string;
  name: string;
  entity: Entity;
  recordId: string;
  actor: Actor;
  data: Record<string, unknown>;
};

/** What is known of the record it happened to. */
export type Setting = { ownerId: string | null; watcherIds: readonly string[] };

/** What a type needs to word a notice; `by` is who or which robot did it. */
export type Told = { title: string; by: string | null; data: Record<string, unknown> };

type Words = Record<Language, string>;

/** A reason to tell members something, declared once: settings, bell, letters and functions read it. */
export type NotificationType = {
  type: string;
  label: Words;
  hint: Words;
  /** Until the member chooses. */
  channel: Channel;
  /** Events it listens to; `if` is CEL over `event`, as the engine knows it. */
  on: { event: string; if?: string }[];
  /** Whom it concerns; those who may not see the record, and who did it, are left out afterwards. */
  audience(happening: Happening, setting: Setting): readonly string[];
  /**
   * For what happens to no record: told are the members who may do this and whom it concerns besides, and the notice
   * leads to this page.
   */
  staff?: { may: Operation; page: string };
  /** Whether those told come to watch the record by it. */
  watch?: "owner";
  /**
   * How a notice that the member has not read yet takes in what the same person did to the same record within the hour;
   * absent: each is a notice of its own.
   */
  fold?(before: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown>;
  /** What the notice keeps, names resolved, since they may change later. */
  data?(
    tx: Transaction,
    ctx: Context,
    happening: Happening,
  ): Promise<Record<string, unknown>> | Record<string, unknown>;
  say: Record<Language, (told: Told) => string>;
};

/** Declares a type of notification. */
export function defineType(type: NotificationType): NotificationType {
  return type;
}

/** Those who follow a record: whoever watches it, and its owner. */
export function followers({ ownerId, watcherIds }: Setting): string[] {
  return [...watcherIds, ...(ownerId ? [ownerId] : [])];
}

/** What a field was changed to; undefined when it was not among the changes. */
export function newValueOf({ changes }: Record<string, unknown>, key: string): unknown {
  return (changes as Record<string, { to?: unknown }> | undefined)?.[key]?.to;
}

/** A text out of a happening's data; empty for anything else. */
export function textIn(data: Record<string, unknown>, key: string): string {
  const value = data[key];
  return typeof value === "string" ? value : "";
}

/** Ids out of a happening's data. */
export function idsIn(data: Record<string, unknown>, key: string): string[] {
  const value = data[key];
  const list = Array.isArray(value) ? value : [value];
  return list.filter((id): id is string => typeof id === "string");
}
