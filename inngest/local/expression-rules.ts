import { Environment } from "@marcbachmann/cel-js";

/** Stands in for a key that an event does not have; what is looked for under it is missing too. */
export class Missing {
  [key: string]: Missing;
}

type Comparable = number | bigint | string | boolean;

const COMPARISONS: Record<string, (left: Comparable, right: Comparable) => boolean> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};
const ZEROS = { int: 0n, double: 0, string: "", bool: false };

/**
 * CEL with Inngest's own rules, read from its server: a missing key equals null and nothing else, not even another missing
 * one, and is less than everything. Null is compared as the other side's zero.
 */
export const environment = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
})
  .registerType("Missing", Missing)
  .registerOperator("Missing == Missing", () => false)
  .registerOperator("Missing == null", () => true)
  .registerOperator("!Missing", () => false);

for (const [type, zero] of Object.entries(ZEROS)) {
  environment.registerOperator(`Missing == ${type}`, () => false);
  for (const [operator, compare] of Object.entries(COMPARISONS)) {
    environment
      .registerOperator(`Missing ${operator} ${type}`, () => compare(-1, 0))
      .registerOperator(`${type} ${operator} Missing`, () => compare(0, -1))
      .registerOperator(`null ${operator} ${type}`, (_, right) => compare(zero, right))
      .registerOperator(`${type} ${operator} null`, (left) => compare(left, zero));
  }
}
