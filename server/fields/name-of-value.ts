import { plainText } from "@/server/filter";
import type { Context } from "@/server/platform";
import { optionName } from "./contract";
import type { Field } from "./define-field";

/**
 * What a field's value that stands for something is called: a file by its own name, a choice by its name, all else as
 * `names` say; an id nobody names is itself.
 */
export function nameOfValue(
  ctx: Context,
  field: Field,
  value: unknown,
  names: Readonly<Record<string, string>>,
): string {
  if (typeof value === "object" && value !== null && "name" in value) return plainText(value.name);
  const id = plainText(value);
  const option = field.options?.find((one) => one.id === id);
  return option ? optionName(option, ctx.language) : (names[id] ?? id);
}
