import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { shadow: ["low", "high"] } } });

/** Joins class names; of two Tailwind classes for one property the later wins. */
export function cn(...classes: ClassValue[]) {
  return merge(clsx(classes));
}
