import { useTranslations } from "next-intl";
import type { Fault } from "@/server/operations/contract";

/** A fault's message; our own codes are said in words, with the code behind for whoever searches for it. */
export function useFaultText() {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t.has>[0];
  return ({ message }: Fault): string => {
    // Codes come from what was thrown, so their texts are looked up by a name no type can vouch for.
    const code = message as Key;
    if (!/^[A-Z_]+$/.test(message) || !t.has(code)) return message;
    const text: unknown = t.raw(code);
    // A text with placeholders needs data that is not stored.
    return typeof text === "string" && !text.includes("{") ? `${text} (${message})` : message;
  };
}
