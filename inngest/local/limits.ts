const KIB = 1024;
const MIB = 1024 * KIB;

/** Inngest's documented usage limits, held here too so that nothing grows that could not move there. */
export const LIMITS = {
  eventBytes: 256 * KIB,
  eventsPerRequest: 5_000,
  stepBytes: 4 * MIB,
  stateBytes: 32 * MIB,
  steps: 1_000,
} as const;

/** Size of a value as JSON in UTF-8 bytes. */
export const jsonBytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? "");
