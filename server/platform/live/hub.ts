import { liveChannel } from "../events/record";
import { listen } from "./listen";

/** "This record changed": browsers fetch it again through the ordinary, authorized queries. */
export type LiveChange = { entity: string; id: string; version?: number };

/** `null` tells a listener that changes may have been missed and everything shown should be fetched again. */
export type LiveListener = (change: LiveChange | null) => void;

type Hub = { byOrganization: Map<string, Set<LiveListener>>; closers: Set<() => void>; started: boolean };

const home = globalThis as typeof globalThis & { pultLive?: Hub };

function hub(): Hub {
  home.pultLive ??= { byOrganization: new Map(), closers: new Set(), started: false };
  return home.pultLive;
}

/** Follows an organization's changes until the returned function is called. `onClose` runs at shutdown. */
export function subscribeLive(
  organizationId: string,
  listener: LiveListener,
  onClose: () => void,
): () => void {
  start();
  const { byOrganization, closers } = hub();
  const listeners = byOrganization.get(organizationId) ?? new Set();
  byOrganization.set(organizationId, listeners.add(listener));
  closers.add(onClose);
  return () => {
    closers.delete(onClose);
    listeners.delete(listener);
    if (listeners.size === 0) byOrganization.delete(organizationId);
  };
}

/** Ends every open stream, so that a server with open tabs can stop. */
export function closeLive(): void {
  for (const close of hub().closers) close();
}

function start(): void {
  if (hub().started) return;
  hub().started = true;
  listen({ [liveChannel]: deliver }, () => {
    for (const listeners of hub().byOrganization.values()) for (const listener of listeners) listener(null);
  });
}

function deliver(payload: string): void {
  const { o, ...change } = JSON.parse(payload) as LiveChange & { o: string };
  for (const listener of hub().byOrganization.get(o) ?? []) listener(change);
}
