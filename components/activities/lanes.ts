export type Span = { id: string; from: number; to: number };

/** Where each of overlapping spans stands: its lane, and how many lanes its group takes. */
export function lanesOf(spans: readonly Span[]): Map<string, { lane: number; lanes: number }> {
  const placed = new Map<string, { lane: number; lanes: number }>();
  let group: { id: string; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { id, lane } of group) placed.set(id, { lane, lanes: ends.length });
    group = [];
    ends = [];
  };
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (ends.every((end) => end <= span.from)) close();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.to;
    group.push({ id: span.id, lane });
  }
  close();
  return placed;
}
