type Waiting<Item> = { item: Item; tell: (done: boolean) => void };

/**
 * Does in one go what is asked for at the same time: while one batch is under way the next one gathers. `work` returns
 * those it has done; in a batch no two have the same key, so that what belongs together stays in its order.
 */
export class Gathering<Item> {
  #waiting: Waiting<Item>[] = [];
  #busy = false;

  constructor(
    readonly keyOf: (item: Item) => string,
    readonly work: (items: Item[]) => Promise<Set<Item>>,
  ) {}

  /** Whether the work was done. */
  add(item: Item): Promise<boolean> {
    return new Promise((tell) => {
      this.#waiting.push({ item, tell });
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      // What ends in the same turn of the event loop goes together.
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#next();
      const done = await this.work(batch.map(({ item }) => item));
      for (const { item, tell } of batch) tell(done.has(item));
    }
    this.#busy = false;
  }

  #next(): Waiting<Item>[] {
    const batch = new Map<string, Waiting<Item>>();
    const later: Waiting<Item>[] = [];
    for (const waiting of this.#waiting) {
      const key = this.keyOf(waiting.item);
      if (batch.has(key)) later.push(waiting);
      else batch.set(key, waiting);
    }
    this.#waiting = later;
    return [...batch.values()];
  }
}
