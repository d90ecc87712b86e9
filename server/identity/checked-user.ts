import { APIError } from "better-auth/api";
import { requiredText } from "@/server/platform";
import { languages } from "./contract";

type Incoming = { name?: string; language?: unknown; image?: string | null };

const name = requiredText(80);

/** What better-auth takes as it comes, held to our own limits before it is stored. @throws INVALID_NAME */
export async function checkedUser<User extends Incoming>(user: User): Promise<{ data: User }> {
  const data = { ...user };
  if (data.name !== undefined) {
    const parsed = name.safeParse(data.name);
    if (!parsed.success) throw new APIError("BAD_REQUEST", { code: "INVALID_NAME", message: "Invalid name" });
    data.name = parsed.data;
  }
  if (data.language !== undefined) {
    data.language = languages.find((one) => one === data.language) ?? "en";
  }
  // Pictures are not offered: a stranger's address or megabytes of text do not belong there.
  if (data.image) data.image = null;
  return { data };
}
