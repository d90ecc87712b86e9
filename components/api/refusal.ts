import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import type { Refusal } from "@/server/api/trpc";

/** The server's refusal inside a failed call; null when it never answered, or broke. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as { refusal?: Refusal | null } | null | undefined;
  return data?.refusal ?? null;
}

/** Words for failed calls: `say(error)` for a toast or a banner, `fields(error)` for the inputs at fault. */
export function useRefusals() {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t>[0];
  const known = (key: string): key is Key & string => t.has(key as Key);
  const word = (key: string, fallback: string, data: Record<string, string | number> = {}) =>
    t((known(key) ? key : fallback) as Key, data as never);
  return {
    say(error: unknown): string {
      const refusal = refusalOf(error);
      if (refusal) return word(refusal.code, "INTERNAL", refusal.data);
      const answered = error instanceof TRPCClientError && error.data;
      return word(answered ? "INTERNAL" : "OFFLINE", "INTERNAL");
    },
    fields(error: unknown): Record<string, string> {
      const entries = Object.entries(refusalOf(error)?.fields ?? {});
      return Object.fromEntries(
        entries.map(([path, code]) => [path, word(`field.${code}`, "field.invalid")]),
      );
    },
  };
}
