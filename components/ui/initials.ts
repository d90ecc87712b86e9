import { stageColours } from "./stage-colours";

/** One or two letters of a name: "Анна Петрова" gives "АП", "ООО «Ромашка»" gives "ОР". */
export function initials(name: string) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, second] = words;
  if (!first) return "?";
  return (firstLetter(first) + firstLetter(second ?? "")).toUpperCase();
}

function firstLetter(word: string) {
  return Array.from(word)[0] ?? "";
}

/** A palette name that stays the same for the same seed (FNV-1a). */
export function colourOf(seed: string) {
  let hash = 2166136261;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return stageColours[(hash >>> 0) % stageColours.length] ?? "slate";
}
