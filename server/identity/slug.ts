const cyrillic: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

// First path segments that belong to Pult itself.
const reserved = new Set([
  "api",
  "dev",
  "kit",
  "ops",
  "f",
  "forms",
  "developers",
  "unsubscribe",
  "sign-in",
  "sign-up",
  "sign-out",
  "reset-password",
  "forgot-password",
  "verify-email",
  "two-factor",
  "invitation",
  "invoice",
  "onboarding",
  "account",
  "workspaces",
  "static",
  "_next",
]);

/** A workspace's address made from its name: latin letters, digits and dashes, never one of Pult's own paths. */
export function slugOf(name: string): string {
  const latin = name.toLowerCase().replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? "");
  const slug = latin
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return slug === "" || reserved.has(slug) ? `workspace${slug && `-${slug}`}` : slug;
}
