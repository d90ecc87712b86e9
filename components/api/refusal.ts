import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import type { Refusal } from "@/server/platform/errors";

/** The server's refusal inside a failed call; null when it never answered, or broke. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as { refusal?: Refusal | null } | null | undefined;
  return data?.refusal ?? null;
}

/** By which id the server's log knows a call that broke; undefined for a refusal, and when nobody answered. */
export function requestIdOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError) || refusalOf(error)) return undefined;
  const data = error.data as { requestId?: string | null } | null | undefined;
  return data?.requestId ?? undefined;
}

/** Words for failed calls: `say(error)` for a toast or a banner, `fields(error)` for the inputs at fault. */
export function useRefusals() {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t.has>[0];
  // Codes come from the server, so their texts are looked up by a name no type can vouch for.
  const word = (key: string, fallback: Key, data: Record<string, string | number> = {}) =>
    t(t.has(key as Key) ? (key as Key) : fallback, data as never);
  return {
    say: (error: unknown): string => {
      const refusal = refusalOf(error);
      if (refusal) return word(refusal.code, "INTERNAL", refusal.data);
      const answered = error instanceof TRPCClientError && error.data;
      if (!answered) return t("OFFLINE");
      const id = requestIdOf(error);
      return id ? t("INTERNAL_WITH_ID", { id }) : t("INTERNAL");
    },
    /** A refusal that was kept, by its code. */
    reason: (code: string, data: Refusal["data"]): string => word(code, "INTERNAL", data),
    fields: (error: unknown): Record<string, string> => {
      const refusal = refusalOf(error);
      const entries = Object.entries(refusal?.fields ?? {});
      return Object.fromEntries(
        entries.map(([path, code]) => [path, word(`field.${code}`, "field.invalid", refusal?.data)]),
      );
    },
  };
}
