import { useTranslations } from "next-intl";

/** What a function does, in words, by its id; one without words of its own shows its id. */
export function useFunctionName() {
  const t = useTranslations("ops.functionNames");
  type Key = Parameters<typeof t.has>[0];
  return (id: string): string => {
    const own = id.replace(/^pult-/, "").replace(/-failure$/, "");
    // Ids come from the engine, so their words are looked up by a name no type can vouch for.
    const name = t.has(own as Key) ? t(own as Key) : own;
    return id.endsWith("-failure") ? t("afterFailure", { name }) : name;
  };
}
