import { useTranslations } from "next-intl";
import { InlineAlert } from "@/components/ui/inline-alert";

/** Said above what was loaded before, when renewing it fails. */
export function StaleNote({ show }: { show: boolean }) {
  const t = useTranslations("ops.refresh");
  if (!show) return null;
  return (
    <InlineAlert tone="warn" className="mb-3">
      {t("stale")}
    </InlineAlert>
  );
}
