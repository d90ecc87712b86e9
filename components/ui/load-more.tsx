"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "./button";

type LoadMoreProps = { label: string; pending: boolean; onMore: () => void };

/** The end of a list that goes on: fetches as it comes near the eye, or when it is pressed. */
export function LoadMore({ label, pending, onMore }: LoadMoreProps) {
  const box = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(() => {
    if (!pending) onMore();
  });
  // Watched anew after each page: a short one may leave the end in sight.
  useEffect(() => {
    const { current } = box;
    if (!current || pending) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      rootMargin: "300px",
    });
    watcher.observe(current);
    return () => watcher.disconnect();
  }, [pending]);
  return (
    <div ref={box} className="mt-3 flex justify-center">
      <Button pending={pending} onClick={onMore}>
        {label}
      </Button>
    </div>
  );
}
