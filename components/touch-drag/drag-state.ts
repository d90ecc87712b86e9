import { useSyncExternalStore } from "react";

/** What is lifted, and what it hovers over. */
export type Drag<Target> = { lifted: string | null; over: Target | null };

export type DragState<Target> = {
  get: () => Drag<Target>;
  set: (next: Drag<Target>) => void;
  subscribe: (listener: () => void) => () => void;
};

/** Kept outside of React's state: of a hundred cards two are drawn anew as the finger goes from one to another. */
export function createDragState<Target>(): DragState<Target> {
  let drag: Drag<Target> = { lifted: null, over: null };
  const listeners = new Set<() => void>();
  return {
    get: () => drag,
    set: (next) => {
      drag = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of the drag; the component is drawn anew only when the part is another. */
export function useDragPart<Target, Part extends string | boolean | null>(
  state: DragState<Target>,
  part: (drag: Drag<Target>) => Part,
): Part {
  const read = () => part(state.get());
  return useSyncExternalStore(state.subscribe, read, read);
}
