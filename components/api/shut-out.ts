import { refusalOf } from "./refusal";

/**
 * Whose session has ended, or membership was taken away, has nothing left to do on the open page. Loading it again
 * leads to sign-in, or says that there is nothing here; and nothing of the workspace stays in memory.
 */
export function leaveWhenShutOut(error: unknown): void {
  const code = refusalOf(error)?.code;
  if (code === "UNAUTHENTICATED" || code === "WORKSPACE_GONE") window.location.reload();
}
