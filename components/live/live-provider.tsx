"use client";

import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from "react";
import { type LiveChange, readChange, reconnectDelayMs } from "./live-change";
import { useRefresh } from "./use-refresh";

export type LiveState = "live" | "reconnecting";

const LiveContext = createContext<LiveState>("live");

/** One stream a tab: colleagues' and robots' changes arrive by themselves, and what is shown follows. */
export function LiveProvider({ slug, children }: { slug: string; children: ReactNode }) {
  const refresh = useRefresh();
  const state = useLiveStream(`/api/live/${slug}`, refresh);
  return <LiveContext value={state}>{children}</LiveContext>;
}

/** Whether the stream is open. */
export function useLiveState(): LiveState {
  return use(LiveContext);
}

function useLiveStream(url: string, onChange: (change: LiveChange | null) => void): LiveState {
  const [state, setState] = useState<LiveState>("live");
  const receive = useEffectEvent(onChange);

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
