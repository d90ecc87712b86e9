import { queryOptions } from "@tanstack/react-query";
import { ask, authClient } from "@/components/auth/auth-client";

/** Whoever signs in otherwise, or ends a session, has all of these asked for again. */
export const sessionsKey = ["auth"];

/** The session this page is shown in, with its user. */
export const currentSession = queryOptions({
  queryKey: [...sessionsKey, "current"],
  queryFn: async () => {
    const { data, fault } = await ask(authClient.getSession());
    if (fault) throw new Error(fault.code);
    return data;
  },
});

/** Every session of whoever is signed in, the latest used first. */
export const allSessions = queryOptions({
  queryKey: [...sessionsKey, "all"],
  queryFn: async () => {
    const { data, fault } = await ask(authClient.listSessions());
    if (fault) throw new Error(fault.code);
    return data.toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  },
});
