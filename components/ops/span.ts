export type SpanPart = { amount: number; unit: "millisecond" | "second" | "minute" | "hour" | "day" };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its one or two largest units: 2.4 s, 3 min 12 s, 2 d 5 h. */
export function spanParts(milliseconds: number): SpanPart[] {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000) return [{ amount: ms, unit: "millisecond" }];
  if (ms < 10_000) return [{ amount: Math.floor(ms / 100) / 10, unit: "second" }];
  const seconds = Math.round(ms / 1000);
  if (seconds < minute) return [{ amount: seconds, unit: "second" }];
  if (seconds < hour) return two(seconds, { unit: "minute", size: minute }, { unit: "second", size: 1 });
  if (seconds < day) return two(seconds, { unit: "hour", size: hour }, { unit: "minute", size: minute });
  return two(seconds, { unit: "day", size: day }, { unit: "hour", size: hour });
}

type Unit = { unit: SpanPart["unit"]; size: number };

function two(seconds: number, large: Unit, small: Unit): SpanPart[] {
  const first = { amount: Math.floor(seconds / large.size), unit: large.unit };
  const rest = { amount: Math.floor((seconds % large.size) / small.size), unit: small.unit };
  return rest.amount > 0 ? [first, rest] : [first];
}
