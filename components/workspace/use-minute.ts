"use client";

import { useNow } from "next-intl";
import { useSyncExternalStore } from "react";

const minute = 60_000;
const listeners = new Set<() => void>();
let ticked: Date | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

/** What time it is, to the minute. One clock ticks for whoever asks: a board has hundreds of dates on it. */
export function useMinute(): Date {
  const atFirst = useNow();
  const latest = useSyncExternalStore(
    subscribe,
    () => ticked,
    () => null,
  );
  return latest ?? atFirst;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, minute);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  ticked = new Date();
  for (const listener of listeners) listener();
}
