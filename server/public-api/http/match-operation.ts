import { z } from "zod";
import { AppError } from "@/server/platform";
import type { ApiOperation } from "../define-operation";

/** The address is known, the method is not; `allow` names those that are. */
export class MethodRefused extends AppError {
  constructor(
    method: string,
    readonly allow: string[],
  ) {
    super("METHOD_NOT_ALLOWED", { method: method.slice(0, 20) });
  }
}

export type Matched = { operation: ApiOperation; params: Record<string, string> };

const id = z.uuid();

/** The operation behind a method and an address. An id that is none is nothing's. @throws NOT_FOUND, MethodRefused */
export function matchOperation(
  operations: readonly ApiOperation[],
  method: string,
  path: readonly string[],
): Matched {
  const there = operations.flatMap((operation) => {
    const params = paramsOf(operation.path.split("/").slice(1), path);
    return params ? [{ operation, params }] : [];
  });
  if (there.length === 0) throw new AppError("NOT_FOUND");
  const found = there.find(({ operation }) => operation.method === method);
  if (!found) throw new MethodRefused(method, there.map(({ operation }) => operation.method).toSorted());
  if (Object.values(found.params).some((value) => !id.safeParse(value).success))
    throw new AppError("NOT_FOUND");
  return found;
}

function paramsOf(pattern: readonly string[], path: readonly string[]): Record<string, string> | null {
  if (pattern.length !== path.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of pattern.entries()) {
    const given = path[place] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = given;
    else if (part !== given) return null;
  }
  return params;
}
