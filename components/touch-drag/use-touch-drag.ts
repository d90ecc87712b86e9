"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { scrollAtEdges } from "./auto-scroll";
import { createDragState, type DragState } from "./drag-state";
import { followFinger, type Steps } from "./follow-finger";
import type { Point } from "./geometry";
import { type Ghost, raiseGhost } from "./ghost";

type Liftable = { id: string; element: HTMLElement };

export type TouchDrag<Target> = {
  /** What a touch there lifts; null when nothing. */
  find: (touched: Element) => Liftable | null;
  /** Milliseconds to hold the finger still before it lifts; 0 for a handle, which is there for nothing else. */
  hold: number;
  targetAt: (under: Element | null, at: Point) => Target | null;
  onLift?: (id: string) => void;
  onDrop: (id: string, target: Target | null) => void;
  onCancel?: (id: string) => void;
};

/** Dragging by finger within an area: held it lifts, the edges scroll, a second finger or Escape calls it off. */
export function useTouchDrag<Target>(
  area: RefObject<HTMLElement | null>,
  drag: TouchDrag<Target>,
): DragState<Target> {
  const [state] = useState(() => createDragState<Target>());
  const current = useEffectEvent(() => drag);
  useEffect(() => {
    const within = area.current;
    if (!within) return;
    let stop = () => {};
    const start = (event: TouchEvent) => {
      const found = event.target instanceof Element ? current().find(event.target) : null;
      if (found) stop = followFinger(event, current().hold, carry(within, found, state, current));
    };
    // WebKit keeps the page still only where a listener that may ask for it was there before the touch.
    const mayHoldStill = () => {};
    within.addEventListener("touchstart", start, { passive: true });
    within.addEventListener("touchmove", mayHoldStill, { passive: false });
    return () => {
      stop();
      within.removeEventListener("touchstart", start);
      within.removeEventListener("touchmove", mayHoldStill);
    };
  }, [area, state]);
  return state;
}

// What happens to one thing from its being lifted to its being put down.
function carry<Target>(
  within: HTMLElement,
  { id, element }: Liftable,
  state: DragState<Target>,
  current: () => TouchDrag<Target>,
): Steps {
  let finger: Point = { x: 0, y: 0 };
  let ghost: Ghost | null = null;
  let stopScrolling = () => {};
  const look = () => {
    const over = current().targetAt(document.elementFromPoint(finger.x, finger.y), finger);
    state.set({ lifted: id, over });
    return over;
  };
  const follow = (at: Point) => {
    finger = at;
    ghost?.move(at);
    return look();
  };
  const putDown = () => {
    stopScrolling();
    ghost?.remove();
    state.set({ lifted: null, over: null });
  };
  return {
    lift: (at) => {
      ghost = raiseGhost(element, at);
      stopScrolling = scrollAtEdges(within, () => finger, look);
      navigator.vibrate?.(12);
      follow(at);
      current().onLift?.(id);
    },
    move: follow,
    drop: (at) => {
      const over = follow(at);
      putDown();
      current().onDrop(id, over);
    },
    cancel: () => {
      putDown();
      current().onCancel?.(id);
    },
  };
}
