/** The one key that is not a property: `{ $date: "2026-…Z" }` is a `Date`. */
const dateKey = "$date";

/** What goes over the wire: plain JSON. */
export type Wire = { json?: unknown };

/**
 * Values as the API sends and takes them: JSON, and dates that stay dates. A property that begins with `$` goes with one
 * more, so that nothing somebody stored is taken for a date. Written for boards of many cards, where a general
 * serializer's notes of every path cost more than all of the query.
 */
export const wire = {
  serialize: (value: unknown): Wire => ({ json: toWire(value) }),
  /** Changes what it is given, which is nobody else's: JSON just parsed. */
  deserialize: (sent: Wire): unknown => fromWire(sent.json),
};

/** An answer read by hand. */
export function readWire<T>(text: string): T {
  // The caller knows what it asked for.
  return wire.deserialize(JSON.parse(text) as Wire) as T;
}

function toWire(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol")
      throw new TypeError(`a ${typeof value} does not go over the wire`);
    return value;
  }
  if (value instanceof Date) return { [dateKey]: value.toJSON() };
  if (Array.isArray(value)) return value.map(toWire);
  if (value instanceof Map || value instanceof Set)
    throw new TypeError(`a ${value.constructor.name} does not go over the wire`);
  const sent: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[key];
    const name = key.startsWith("$") ? `$${key}` : key;
    if (name === "__proto__") Object.defineProperty(sent, name, { value: toWire(part), enumerable: true });
    else sent[name] = toWire(part);
  }
  return sent;
}

function fromWire(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    for (let place = 0; place < value.length; place++) value[place] = fromWire(value[place]);
    return value;
  }
  const sent = value as Record<string, unknown>;
  for (const key of Object.keys(sent)) {
    const part = sent[key];
    if (key === dateKey) return new Date(typeof part === "string" ? part : Number.NaN);
    if (key.startsWith("$")) {
      delete sent[key];
      sent[key.slice(1)] = fromWire(part);
    } else if (typeof part === "object" && part !== null && key !== "__proto__") sent[key] = fromWire(part);
  }
  return sent;
}
