/** A key that is not a property: `{ $date: 1795668833801 }` is a `Date`, in ms since 1970. */
const dateKey = "$date";
/** The other one: `{ $rows: ["id", "title"], $values: [1, "a", 2, "b"] }` are two objects of the same properties. */
const rowsKey = "$rows";
const valuesKey = "$values";
/** Fewer objects go as they are: naming their properties once gains little. */
const fewestRows = 4;

/** What goes over the wire: plain JSON. */
export type Wire = { json?: unknown };

/**
 * Values as the API sends and takes them: JSON, and dates that stay dates. A property that begins with `$` goes with one
 * more, so that nothing somebody stored is taken for a date. Objects of the same properties say them once. Written for
 * boards of many cards, where a general serializer's notes of every path cost more than all of the query.
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
  if (typeof value === "object") return value === null ? null : objectToWire(value);
  if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol")
    throw new TypeError(`a ${typeof value} does not go over the wire`);
  return value;
}

// A board has thousands of dates: written out as text, they cost more than everything else of it. An object that holds
// nothing to be said otherwise goes as it is; another is copied whole, which costs less than key by key.
function objectToWire(value: object): unknown {
  if (value instanceof Date) return { [dateKey]: value.getTime() };
  if (Array.isArray(value)) return rowsToWire(value) ?? value.map(toWire);
  if (value instanceof Map || value instanceof Set)
    throw new TypeError(`a ${value.constructor.name} does not go over the wire`);
  const given = value as Record<string, unknown>;
  let sent: Record<string, unknown> | null = null;
  for (const key of Object.keys(given)) {
    if (key.startsWith("$") || key === "__proto__") return renamedForWire(given);
    const part = given[key];
    const wired = toWire(part);
    if (Object.is(wired, part)) continue;
    sent ??= { ...given };
    sent[key] = wired;
  }
  return sent ?? given;
}

// Null for a list that is not of objects with the same properties, each of them with a value.
function rowsToWire(list: unknown[]): Record<string, unknown> | null {
  if (list.length < fewestRows || !isPlain(list[0])) return null;
  const keys = Object.keys(list[0]);
  if (keys.length === 0 || keys.some((key) => key.startsWith("$") || key === "__proto__")) return null;
  const values: unknown[] = [];
  for (const row of list) {
    if (!isPlain(row)) return null;
    let at = 0;
    for (const key in row) if (key !== keys[at++]) return null;
    if (at !== keys.length) return null;
    for (const key of keys) {
      const value = row[key];
      if (value === undefined) return null;
      values.push(toWire(value));
    }
  }
  return { [rowsKey]: keys, [valuesKey]: values };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function renamedForWire(given: Record<string, unknown>): unknown {
  const sent: Record<string, unknown> = {};
  for (const key of Object.keys(given))
    place(sent, key.startsWith("$") ? `$${key}` : key, toWire(given[key]));
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
  if (date !== undefined) return new Date(typeof date === "number" ? date : Number.NaN);
  const rows = sent[rowsKey];
  if (rows !== undefined) return rowsFromWire(rows, sent[valuesKey]);
  const plain: Record<string, unknown> = {};
  for (const key of keys) place(plain, key.startsWith("$") ? key.slice(1) : key, fromWire(sent[key]));
  return plain;
}

function rowsFromWire(keys: unknown, values: unknown): unknown[] {
  if (!Array.isArray(keys) || !Array.isArray(values) || keys.length === 0) return [];
  const rows: Record<string, unknown>[] = [];
  for (let at = 0; at < values.length; at += keys.length) {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) place(row, String(keys[i]), fromWire(values[at + i]));
    rows.push(row);
  }
  return rows;
}

// An assignment to `__proto__` would give the object another prototype.
function place(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
