export type Path = readonly (string | number)[];

/** A path as the key of an error: ["headers", 0, "name"] is "headers.0.name"; the root is "". */
export function pathKey(path: Path) {
  return path.join(".");
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return typeof step === "number" ? at[step] : undefined;
    return isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

/** A copy with `next` at the path; objects and lists on the way are made; undefined removes the key. */
export function withValueAt(value: unknown, path: Path, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  const inner = withValueAt(valueAt(value, [step]), rest, next);
  if (typeof step === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    if (inner === undefined) list.splice(step, 1);
    else list[step] = inner;
    return list;
  }
  const { [step]: _old, ...others } = isRecord(value) ? value : {};
  return inner === undefined ? others : { ...(isRecord(value) ? value : {}), [step]: inner };
}

/** Errors by path, of zod issues or anything shaped like them; the first of a path stays. */
export function errorsByPath(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[issue.path.map(String).join(".")] ??= issue.message;
  return errors;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
