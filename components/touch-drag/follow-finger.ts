import { hasStrayed, type Point } from "./geometry";

/** What becomes of what the finger holds. */
export type Steps = {
  lift: (at: Point) => void;
  move: (at: Point) => void;
  drop: (at: Point) => void;
  /** The drag is called off: a second finger, Escape, or the system took the finger away. */
  cancel: () => void;
};

/**
 * Follows the finger of a touch to its end. Held still for `hold` milliseconds it lifts; moved before that, it
 * scrolls the page as ever and nothing is called. Touch events rather than pointer events: only they can keep the page from
 * scrolling, and they go on coming from an element that is drawn anew meanwhile.
 * @returns what ends it at once, as a cancellation
 */
export function followFinger(start: TouchEvent, hold: number, steps: Steps): () => void {
  const finger = start.changedTouches[0];
  const element = start.target;
  if (!finger || !element || start.touches.length > 1) return () => {};
  const from = pointOf(finger);
  let at = from;
  let lifted = false;
  const watch = new AbortController();
  const { signal } = watch;
  const held = { passive: false, signal };

  const finish = () => {
    clearTimeout(timer);
    watch.abort();
  };
  const cancel = () => {
    if (signal.aborted) return;
    finish();
    if (lifted) steps.cancel();
  };
  const lift = () => {
    lifted = true;
    steps.lift(at);
  };
  const mine = (event: TouchEvent) =>
    Array.from(event.changedTouches).find((touch) => touch.identifier === finger.identifier);
  const moved = (event: TouchEvent) => {
    const touch = mine(event);
    if (lifted && event.cancelable) event.preventDefault();
    if (!touch) return;
    at = pointOf(touch);
    if (lifted) steps.move(at);
    else if (hasStrayed(from, at)) finish();
  };
  const ended = (event: TouchEvent) => {
    const touch = mine(event);
    if (!touch) return;
    finish();
    if (!lifted) return;
    // No click on what was lifted.
    if (event.cancelable) event.preventDefault();
    steps.drop(pointOf(touch));
  };
  const still = (event: Event) => event.preventDefault();

  element.addEventListener("touchmove", (event) => moved(event as TouchEvent), held);
  element.addEventListener("touchend", (event) => ended(event as TouchEvent), held);
  element.addEventListener("touchcancel", cancel, { signal });
  document.addEventListener("touchstart", cancel, { capture: true, signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && cancel(), { signal });
  // A long press means a menu, a selection or the browser's own dragging elsewhere.
  for (const meaning of ["contextmenu", "selectstart", "dragstart"]) {
    document.addEventListener(meaning, still, { capture: true, signal });
  }
  const timer = setTimeout(lift, hold);
  return cancel;
}

const pointOf = (touch: Touch): Point => ({ x: touch.clientX, y: touch.clientY });
