"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCrashCode } from "@/components/site/use-crash-code";
import { ErrorState } from "@/components/ui/error-state";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A screen of the workspace that broke: the rest of the house stands, and one can go elsewhere. */
export default function Broken({ error, retry }: Props) {
  const t = useTranslations("site.broken");
  const code = useCrashCode(error);
  const cache = useQueryClient();
  const again = () => {
    // What broke the screen may lie in the cache.
    void cache.resetQueries();
    retry();
  };
  return (
    <div className="grid flex-1 place-items-center">
      <ErrorState title={t("title")} text={t("text")} onRetry={again} requestId={code} />
    </div>
  );
}
