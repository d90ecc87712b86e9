import { RateFault } from "./provider";

/** Rates are counted in whole 10⁻¹⁰, more than anybody publishes. */
const digits = 10;

export const scale = BigInt(10) ** BigInt(digits);

/** A positive number as it is published, with a point or a comma, in whole 10⁻¹⁰. @throws RateFault unreadable */
export function decimal(text: string): bigint {
  const [, whole = "", part = ""] = /^(\d{1,12})(?:[.,](\d{1,10}))?$/.exec(text) ?? [];
  const value = whole === "" ? BigInt(0) : BigInt(whole) * scale + BigInt(part.padEnd(digits, "0"));
  if (value === BigInt(0)) throw new RateFault("unreadable", `not a rate: ${text.slice(0, 40)}`);
  return value;
}
