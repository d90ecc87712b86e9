import { type Filter, leavesOf } from "@/server/filter";
import { blocksOf, type Definition } from "../interpreter/definition";

// What robots saved early call the people around a deal: kept working, and saved under the catalog's names from then on.
const formerly: Readonly<Record<string, string>> = { contact: "contactId", company: "companyId" };

/** A path as the catalog has it: `contact.email` is `contactId.email`. */
export function currentPath(path: string): string {
  const [head = "", ...rest] = path.split(".");
  const link = rest.length > 0 ? formerly[head] : undefined;
  return link ? [link, ...rest].join(".") : path;
}

/** A condition with its fields as the catalog has them. */
export function currentNames(filter: Filter): Filter {
  if ("and" in filter) return { and: filter.and.map(currentNames) };
  if ("or" in filter) return { or: filter.or.map(currentNames) };
  if ("not" in filter) return { not: currentNames(filter.not) };
  return { ...filter, field: currentPath(filter.field) };
}

/** Every field that a definition's conditions and dates name. */
export function pathsIn({ body }: Definition): string[] {
  const paths = blocksOf(body).flatMap((block) => {
    if (block.type === "if")
      return block.branches.flatMap(({ when }) => leavesOf(when)).map((leaf) => leaf.field);
    if (block.type !== "delay" || "after" in block.until) return [];
    return "read" in block.until.date ? [block.until.date.read.replace(/^record\./, "")] : [];
  });
  return [...new Set(paths)];
}
