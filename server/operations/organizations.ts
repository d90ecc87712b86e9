import { z } from "zod";
import { organizationById, organizationBySlug } from "@/server/identity";

const isId = (value: string) => z.uuid().safeParse(value).success;

/** The names of workspaces by id; one that is gone has none. */
export async function organizationNames(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null).filter(isId);
  const found = await Promise.all(wanted.map(organizationById));
  return new Map(found.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
}

/** The id meant by an id or by a workspace's address; a text that is neither stays as it is and finds nothing. */
export async function organizationIdOf(meant: string): Promise<string> {
  if (isId(meant)) return meant;
  return (await organizationBySlug(meant.toLowerCase()))?.id ?? meant;
}
