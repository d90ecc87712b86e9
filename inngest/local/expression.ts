import { EvaluationError, type ParseResult } from "@marcbachmann/cel-js";
import { environment, Missing } from "./expression-rules";

const parsed = new Map<string, ParseResult>();
const MAX_MISSING_KEYS = 50;

export type Scope = { event: unknown; async?: unknown };

/** Value of a CEL expression; a `Missing` for a key that is not there. @throws when it does not evaluate */
function evaluate(expression: string, scope: Scope): unknown {
  const program = parse(expression);
  let context: Record<string, unknown> = scope;
  for (let missing = 0; ; missing++) {
    try {
      return program(context);
    } catch (error) {
      const path = missing < MAX_MISSING_KEYS ? missingPath(error) : null;
      if (!path) throw error;
      if (missing === 0) context = structuredClone(context);
      writeMissing(context, path);
    }
  }
}

/** Whether a condition holds; an expression that fails to evaluate holds for nobody. */
export function holds(expression: string | null | undefined, scope: Scope): boolean {
  if (!expression) return true;
  try {
    return evaluate(expression, scope) === true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

/** The text by which runs with equal values of `expression` are one group. */
export function keyOf(expression: string | null | undefined, scope: Scope): string {
  if (!expression) return "";
  return asText(evaluate(expression, scope));
}

/** The same, or null for what Inngest does not limit: a key that is missing or false. */
export function limitedKeyOf(expression: string | null | undefined, scope: Scope): string | null {
  if (!expression) return "";
  const value = evaluate(expression, scope);
  return value === false || value instanceof Missing ? null : asText(value);
}

function asText(value: unknown): string {
  const text =
    typeof value === "string" ? value : JSON.stringify(value instanceof Missing ? null : value, bigintAsText);
  return text.replaceAll("\0", "\uFFFD");
}

/** Compiles once; refuses what is not CEL. @throws ParseError */
export function parse(expression: string): ParseResult {
  const known = parsed.get(expression);
  if (known) return known;
  const program = environment.parse(expression);
  if (parsed.size > 10_000) parsed.clear();
  parsed.set(expression, program);
  return program;
}

/** Keys from the root to what an expression did not find; null when the error is another one. */
function missingPath(error: unknown): string[] | null {
  if (!(error instanceof EvaluationError) || error.code !== "no_such_key") return null;
  return pathOf(error.node);
}

function pathOf(node: unknown): string[] | null {
  if (typeof node !== "object" || node === null || !("op" in node) || !("args" in node)) return null;
  if (node.op === "id") return [String(node.args)];
  if ((node.op !== "." && node.op !== "[]") || !Array.isArray(node.args)) return null;
  const parent = pathOf(node.args[0]);
  const key = keyName(node.args[1]);
  return parent && key !== null ? [...parent, key] : null;
}

function keyName(key: unknown): string | null {
  if (typeof key === "string") return key;
  if (typeof key === "object" && key !== null && "op" in key && key.op === "value" && "args" in key)
    return String(key.args);
  return null;
}

function writeMissing(root: Record<string, unknown>, path: string[]): void {
  let at = root;
  for (const key of path.slice(0, -1)) {
    if (typeof at[key] !== "object" || at[key] === null) at[key] = new Missing();
    at = at[key] as Record<string, unknown>;
  }
  at[path.at(-1) ?? ""] = new Missing();
}

const bigintAsText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
