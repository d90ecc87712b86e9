import { AppError } from "@/server/platform";
import { requiredText } from "@/server/platform/text";
import { longestName } from "./contract";

// Marks that turn the direction of writing make "exe.pdf" of "fdp.exe"; other control characters show nothing.
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The name a file is shown and saved under: the last part of a path, without characters that hide what it is. It never
 * names anything in the storage. @throws INVALID at `name`: empty, too long, or not storable
 */
export function fileName(given: string): string {
  const storable = !given.includes("\u0000") && given.isWellFormed();
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const read = requiredText(longestName).safeParse(last.replace(unseen, "").replace(/\s+/g, " "));
  if (!storable || !read.success || /^\.+$/.test(read.data))
    throw new AppError("INVALID", { name: "name" }, { field: "name" });
  return read.data;
}
