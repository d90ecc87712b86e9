"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query matches; false on the server and during hydration. */
export function useMediaQuery(query: string) {
  const subscribe = useCallback(
    (notify: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", notify);
      return () => media.removeEventListener("change", notify);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Whether the screen is a phone's (narrower than Tailwind's `md`). */
export function useIsPhone() {
  return useMediaQuery("(width < 48rem)");
}

/** Whether fingers are what points here, which cannot hover. */
export function useIsTouch() {
  return useMediaQuery("(pointer: coarse)");
}
