import type { Category } from "@/server/crm/products/contract";

/** Branches as a flat list, each with how deep it stands; children follow their parent. */
export function asTree(categories: readonly Category[]): { category: Category; depth: number }[] {
  const below = (parentId: string | null, depth: number): { category: Category; depth: number }[] =>
    categories
      .filter((one) => one.parentId === parentId)
      .flatMap((category) => [{ category, depth }, ...below(category.id, depth + 1)]);
  return below(null, 0);
}

/** A branch and every branch below it. */
export function branchOf(categories: readonly Category[], id: string): string[] {
  const below = categories.filter(({ parentId }) => parentId === id);
  return [id, ...below.flatMap((one) => branchOf(categories, one.id))];
}
