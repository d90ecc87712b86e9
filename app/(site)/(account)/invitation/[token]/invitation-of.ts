import { readInvitation } from "@/server/identity";
import { InvitationToken } from "@/server/identity/contract";
import { AppError } from "@/server/platform";

type Found =
  | { state: "open"; email: string; role: string; workspace: string }
  | { state: "expired" }
  | { state: "used" };

/** What an invitation's link leads to; a malformed one is as dead as an expired one. */
export async function invitationOf(token: string): Promise<Found> {
  const parsed = InvitationToken.safeParse({ token });
  if (!parsed.success) return { state: "expired" };
  try {
    return { state: "open", ...(await readInvitation(parsed.data)) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: error.code === "INVITATION_USED" ? "used" : "expired" };
  }
}
