import { expect, type Locator, type Page } from "@playwright/test";

type Point = { x: number; y: number };
type Kind = "touchStart" | "touchMove" | "touchEnd" | "touchCancel";

export type Finger = {
  down: (at: Point) => Promise<void>;
  /** In small steps, as a finger goes. */
  move: (to: Point, steps?: number) => Promise<void>;
  up: () => Promise<void>;
  /** The system takes the finger away, as when a call comes in. */
  takenAway: () => Promise<void>;
  /** Another finger comes down beside it. */
  second: (at: Point) => Promise<void>;
};

/** A finger on the page's screen; the browser makes scrolls and clicks of it as of a real one. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  let at: Point = { x: 0, y: 0 };
  const send = (type: Kind, points: Point[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map((point, id) => ({ ...point, id, radiusX: 4, radiusY: 4, force: 1 })),
    });
  return {
    async down(point) {
      at = point;
      await send("touchStart", [at]);
    },
    async move(to, steps = 12) {
      const from = at;
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
        await send("touchMove", [at]);
      }
    },
    up: async () => void (await send("touchEnd", [])),
    takenAway: async () => void (await send("touchCancel", [])),
    second: async (point) => void (await send("touchStart", [at, point])),
  };
}

/** What the finger holds; it is there only while something is lifted. */
export const held = (page: Page): Locator => page.locator("[data-slot=drag-ghost]");

/** Holds a finger on an element until it is lifted. */
export async function liftBy(finger: Finger, element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  await finger.down(await middleOf(element));
  await expect(held(element.page())).toBeVisible();
}

/** The middle of an element, in the page's window. */
export async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error("The element to touch is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
