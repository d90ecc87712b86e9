"use client";

import { useTranslations } from "next-intl";

/** Words for why a row was refused, or what was done to it. */
export function useReasons(): (code: string) => string {
  const t = useTranslations("transfer");
  type Key = Parameters<typeof t.has>[0];
  return (code) => {
    // Codes come from the server, so their texts are looked up by a name no type can vouch for.
    const key = [`errors.${code}`, `warnings.${code}`].find((one) => t.has(one as Key));
    return key ? t(key as Key) : code;
  };
}
