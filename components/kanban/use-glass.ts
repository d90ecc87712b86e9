import { useEffect } from "react";

/**
 * Marks a scroller by `data-scrolling` while it is scrolled under a resting mouse: what passes there need not answer to
 * it. The mark is gone as soon as the mouse moves, before a hand can press anything.
 */
export function useGlass(scroller: HTMLElement | null): void {
  useEffect(() => {
    if (!scroller) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lift = () => {
      clearTimeout(timer);
      scroller.removeAttribute("data-scrolling");
    };
    const lay = () => {
      clearTimeout(timer);
      timer = setTimeout(lift, restMs);
      if (!scroller.hasAttribute("data-scrolling")) scroller.setAttribute("data-scrolling", "");
    };
    scroller.addEventListener("scroll", lay, { passive: true });
    scroller.addEventListener("pointermove", lift, { passive: true });
    return () => {
      lift();
      scroller.removeEventListener("scroll", lay);
      scroller.removeEventListener("pointermove", lift);
    };
  }, [scroller]);
}

const restMs = 150;
