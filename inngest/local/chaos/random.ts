import { createHash } from "node:crypto";

/** A number in [0, 1) that the seed and the text decide, in whatever order such numbers are asked for. */
export function drawn(seed: number, text: string): number {
  return createHash("sha256").update(`${seed}:${text}`).digest().readUInt32BE() / 2 ** 32;
}

/** Numbers in [0, 1) one after another. */
export function sequence(seed: number, name: string): () => number {
  let index = 0;
  return () => drawn(seed, `${name}/${index++}`);
}

/** The same things in an order the seed decides. */
export function shuffled<T>(things: readonly T[], seed: number, name: string): T[] {
  return things
    .map((thing, index) => ({ thing, rank: drawn(seed, `${name}/${index}`) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing);
}
