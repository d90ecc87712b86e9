"use client";

import { useFormatter } from "next-intl";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The unit a size reads best in, counted by 1024 as file managers do. */
export function sizeIn(bytes: number): { value: number; unit: (typeof units)[number] } {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  return {
    value: value < 10 && power > 0 ? Math.round(value * 10) / 10 : Math.round(value),
    unit: units[power] ?? "byte",
  };
}

/** "1.4 MB", in the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const { value, unit } = sizeIn(bytes);
    return format.number(value, { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short" });
  };
}
