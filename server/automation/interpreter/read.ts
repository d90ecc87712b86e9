import type { Json, Operand } from "./definition";
import type { Facts } from "./signal";
import type { RunState } from "./state";

const roots = ["record", "param", "variable", "result"] as const;

/**
 * A reader of `record.x`, `param.x`, `variable.x` and `result.<block>.x`; a bare name is a field of the record.
 * Null for whatever is not there.
 */
export function readerOf(state: RunState, facts: Facts): (path: string) => Json {
  return (path) => {
    const sources = { record: facts, param: state.params, variable: state.variables, result: state.results };
    const [head, ...rest] = path.split(".");
    const root = roots.find((name) => name === head);
    return root && rest.length > 0 ? walk(sources[root], rest) : walk(facts, path.split("."));
  };
}

/** The value an operand stands for. */
export function valueOf(operand: Operand, read: (path: string) => Json): Json {
  return "value" in operand ? operand.value : read(operand.read);
}

// On the way through a link stands the record it leads to; at the end its id.
function walk(from: Json, path: string[]): Json {
  let value: Json = from;
  for (const [place, key] of path.entries()) {
    const onward = place < path.length - 1 ? own(own(value, "linked"), key) : null;
    value = onward ?? own(value, key);
  }
  return value;
}

// Only own properties: a path must not reach a prototype.
function own(value: Json, key: string): Json {
  if (value === null || typeof value !== "object" || Array.isArray(value) || !Object.hasOwn(value, key))
    return null;
  return value[key] ?? null;
}
