import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

// Asking the system for random bytes costs more than all the rest of an id: they are drawn for many ids at once.
const pool = new Uint8Array(16 * 256);
let drawn = pool.length;
let msecs = 0;
let seq = 0;

/** A new id: UUID version 7, so that ids sort by the time they were made; those of one millisecond in their order. */
export function newId(): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const random = pool.subarray(drawn, drawn + 16);
  drawn += 16;
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // It begins somewhere in the lower half of its 32 bits, and so has room to grow within a millisecond.
    seq = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
  } else seq += 1;
  return v7({ random, msecs, seq });
}
