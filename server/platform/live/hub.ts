import { liveChannel, sessionChannel } from "../events/record";
import { listen } from "./listen";

/** "This record changed": browsers fetch it again through the ordinary, authorized queries. */
export type LiveChange = { entity: string; id: string; version?: number };

/** An open stream: whose it is, and what it wants to hear. */
export type LiveFollower = {
  userId: string;
  /** `null`: changes may have been missed, and everything shown should be fetched again. */
  onChange: (change: LiveChange | null) => void;
  /** One of the person's sessions has ended, perhaps this one. */
  onSessionEnd: () => void;
  /** The server shuts down. */
  onClose: () => void;
};

type Hub = { byOrganization: Map<string, Set<LiveFollower>>; listening?: ReturnType<typeof listen> };

const home = globalThis as typeof globalThis & { pultLive?: Hub };

function hub(): Hub {
  home.pultLive ??= { byOrganization: new Map() };
  return home.pultLive;
}

/** Follows an organization's changes until the returned function is called. */
export function subscribeLive(organizationId: string, follower: LiveFollower): () => void {
  start();
  const { byOrganization } = hub();
  const followers = byOrganization.get(organizationId) ?? new Set();
  byOrganization.set(organizationId, followers.add(follower));
  return () => {
    followers.delete(follower);
    if (followers.size === 0) byOrganization.delete(organizationId);
  };
}

/** Ends every open stream and listens no more, so that a server with open tabs can stop. */
export async function closeLive(): Promise<void> {
  const { listening } = hub();
  hub().listening = undefined;
  for (const follower of everybody()) follower.onClose();
  await listening?.close();
}

function start(): void {
  hub().listening ??= listen({ [liveChannel]: deliver, [sessionChannel]: endSessions }, () => {
    for (const follower of everybody()) follower.onChange(null);
  });
}

function deliver(payload: string): void {
  const { o, ...change } = JSON.parse(payload) as LiveChange & { o: string };
  for (const follower of hub().byOrganization.get(o) ?? []) follower.onChange(change);
}

function endSessions(userId: string): void {
  for (const follower of everybody()) if (follower.userId === userId) follower.onSessionEnd();
}

/** A copy: whoever is told to close leaves while we go round. */
const everybody = (): LiveFollower[] => [...hub().byOrganization.values()].flatMap((all) => [...all]);
