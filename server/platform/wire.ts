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
    place(sent, name, toWire(part));
  }
  return sent;
}

function fromWire(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = fromWire(value[i]);
    return value;
  }
  const sent = value as Record<string, unknown>;
  const keys = Object.keys(sent);
  if (keys.some((key) => key.startsWith("$"))) return renamed(sent, keys);
  for (const key of keys) {
    const part = sent[key];
    const revived = fromWire(part);
    if (revived !== part) place(sent, key, revived);
  }
  return sent;
}

function renamed(sent: Record<string, unknown>, keys: string[]): unknown {
  const date = sent[dateKey];
  if (date !== undefined) return new Date(typeof date === "string" ? date : Number.NaN);
  const plain: Record<string, unknown> = {};
  for (const key of keys) place(plain, key.startsWith("$") ? key.slice(1) : key, fromWire(sent[key]));
  return plain;
}

// An assignment to `__proto__` would give the object another prototype.
function place(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
