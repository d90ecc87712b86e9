"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { type LiveChange, readChange, reconnectDelayMs } from "./live-change";
import { useRefresh } from "./use-refresh";

export type LiveState = "live" | "reconnecting";

const LiveContext = createContext<LiveState>("live");

/** One stream a tab: colleagues' and robots' changes arrive by themselves, and what is shown follows. */
export function LiveProvider({ slug, children }: { slug: string; children: ReactNode }) {
  const refresh = useRefresh();
  const state = useLiveStream(`/api/live/${slug}`, refresh, useShutOutCheck());
  return <LiveContext value={state}>{children}</LiveContext>;
}

/** Whether the stream is open. */
export function useLiveState(): LiveState {
  return use(LiveContext);
}

// A stream does not say why it was refused; a call does, and whoever was shut out then leaves the page.
function useShutOutCheck(): () => void {
  const client = useQueryClient();
  const me = useTRPC().identity.me.queryOptions();
  return () => void client.fetchQuery({ ...me, staleTime: 0 }).catch(() => undefined);
}

function useLiveStream(
  url: string,
  onChange: (change: LiveChange | null) => void,
  onRefused: () => void,
): LiveState {
  const [state, setState] = useState<LiveState>("live");
  const receive = useEffectEvent(onChange);
  const refused = useEffectEvent(onRefused);

  useEffect(() => {
    let source: EventSource | undefined;
    let timer: number | undefined;
    let attempt = 0;
    let gap = false;

    const open = () => {
      source = new EventSource(url);
      source.addEventListener("open", () => {
        attempt = 0;
        setState("live");
        if (gap) receive(null);
        gap = false;
      });
      source.addEventListener("message", (event: MessageEvent<string>) => receive(readChange(event.data)));
      source.addEventListener("error", () => {
        gap = true;
        setState("reconnecting");
        // While CONNECTING the browser tries again by itself; a refused stream it gives up.
        if (source?.readyState !== EventSource.CLOSED) return;
        refused();
        timer = window.setTimeout(open, reconnectDelayMs(attempt++, Math.random()));
      });
    };
    const wake = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      window.clearTimeout(timer);
      open();
    };

    open();
    window.addEventListener("online", wake);
    return () => {
      window.removeEventListener("online", wake);
      window.clearTimeout(timer);
      source?.close();
    };
  }, [url]);

  return state;
}
