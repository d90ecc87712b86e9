import { clampedTo, type Point, scrollSpeed } from "./geometry";

/** Scrolls whatever is under the finger, and the area itself, while the finger is near an edge. @returns the end */
export function scrollAtEdges(area: HTMLElement, finger: () => Point, scrolled: () => void): () => void {
  let before = performance.now();
  let frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);

  function tick(now: number) {
    // A tab that was away must not leap.
    const seconds = Math.min(now - before, 50) / 1000;
    before = now;
    const at = finger();
    const scrollers = scrollersAbove(elementIn(area, at));
    if (scrollers.map((one) => scrollBy(one, at, seconds)).some(Boolean)) scrolled();
    frame = requestAnimationFrame(tick);
  }
}

// A finger below the board is still over its column.
function elementIn(area: HTMLElement, at: Point): Element | null {
  const under = document.elementFromPoint(at.x, at.y);
  if (under && scrollersAbove(under).length > 0) return under;
  const inside = clampedTo(at, area.getBoundingClientRect());
  return document.elementFromPoint(inside.x, inside.y);
}

function scrollersAbove(element: Element | null): Element[] {
  const found: Element[] = [];
  for (let one = element; one; one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    const wide = scrolls(overflowX) && one.scrollWidth > one.clientWidth;
    const long = scrolls(overflowY) && one.scrollHeight > one.clientHeight;
    if (wide || long) found.push(one);
  }
  return found;
}

const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";

function scrollBy(scroller: Element, at: Point, seconds: number): boolean {
  const box = scroller.getBoundingClientRect();
  const { scrollLeft, scrollTop } = scroller;
  if (scroller.scrollWidth > scroller.clientWidth) {
    scroller.scrollLeft += scrollSpeed(at.x, { start: box.left, end: box.right }) * seconds;
  }
  if (scroller.scrollHeight > scroller.clientHeight) {
    scroller.scrollTop += scrollSpeed(at.y, { start: box.top, end: box.bottom }) * seconds;
  }
  return scroller.scrollLeft !== scrollLeft || scroller.scrollTop !== scrollTop;
}
