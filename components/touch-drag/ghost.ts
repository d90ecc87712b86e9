import type { Point } from "./geometry";

export type Ghost = { move: (to: Point) => void; remove: () => void };

/** A likeness of an element that has come off the page and follows the finger. */
export function raiseGhost(element: HTMLElement, from: Point): Ghost {
  const box = element.getBoundingClientRect();
  const ghost = document.createElement("div");
  ghost.dataset.slot = "drag-ghost";
  ghost.inert = true;
  ghost.ariaHidden = "true";
  ghost.className = "pointer-events-none fixed z-100 will-change-transform";
  Object.assign(ghost.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
  const tilt = document.createElement("div");
  tilt.className =
    "size-full origin-center rotate-2 scale-103 rounded-lg shadow-high ring-2 ring-accent/70 duration-150 animate-in zoom-in-95 motion-reduce:rotate-0 *:size-full";
  const copy = element.cloneNode(true);
  strip(copy);
  tilt.append(copy);
  ghost.append(tilt);
  document.body.append(ghost);
  return {
    move: (to) => {
      ghost.style.transform = `translate3d(${to.x - from.x}px, ${to.y - from.y}px, 0)`;
    },
    remove: () => ghost.remove(),
  };
}

// The likeness must not answer to the names of the original.
function strip(copy: Node) {
  if (!(copy instanceof Element)) return;
  for (const one of [copy, ...copy.querySelectorAll("*")]) {
    one.removeAttribute("id");
    for (const name of one.getAttributeNames()) if (name.startsWith("data-")) one.removeAttribute(name);
  }
}
