export type Point = { x: number; y: number };
export type Span = { start: number; end: number };

/** How far, in pixels, a finger may stray and still count as held in place. */
const STRAY = 8;
/** The band along an edge that scrolls, and the fastest it does so, in pixels and pixels a second. */
const BAND = 56;
const FASTEST = 900;

/** Whether a finger has left the place it was put down on: it scrolls then, and lifts nothing. */
export const hasStrayed = (from: Point, to: Point): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) > STRAY;

/** The half of an element a finger is over. */
export const edgeAt = (y: number, box: { top: number; height: number }): "top" | "bottom" =>
  y < box.top + box.height / 2 ? "top" : "bottom";

/** Pixels a second to scroll when a finger is near an edge or past it; negative towards the start, 0 in between. */
export function scrollSpeed(at: number, { start, end }: Span): number {
  const band = Math.min(BAND, (end - start) / 4);
  if (band <= 0) return 0;
  const toStart = start + band - at;
  if (toStart > 0) return -FASTEST * Math.min(1, toStart / band);
  const toEnd = at - (end - band);
  return toEnd > 0 ? FASTEST * Math.min(1, toEnd / band) : 0;
}

/** The nearest point inside a box. */
export const clampedTo = (
  { x, y }: Point,
  box: { left: number; right: number; top: number; bottom: number },
): Point => ({
  x: Math.min(Math.max(x, box.left + 1), box.right - 1),
  y: Math.min(Math.max(y, box.top + 1), box.bottom - 1),
});
