import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";

/** Said while a workspace is being set up. */
export function WorkingState({ name, sampleData }: { name: string; sampleData: boolean }) {
  const t = useTranslations("site.onboarding");
  return (
    <div role="status" className="flex flex-col items-center gap-3 py-24 text-center">
      <Spinner className="size-8 text-accent-text" />
      <h1 className="text-2xl font-semibold tracking-tight text-balance">{t("working", { name })}</h1>
      <p className="text-lg text-ink-muted">{t(sampleData ? "workingSample" : "workingText")}</p>
    </div>
  );
}
