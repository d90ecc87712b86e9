import { useTranslations } from "next-intl";
import type { Fault } from "@/server/operations/contract";

/** What went wrong, in the code's own words; the stack for whoever wants to know. */
export function FaultNote({ fault }: { fault: Fault }) {
  const t = useTranslations("ops.fault");
  return (
    <div className="rounded-md bg-danger-soft px-3 py-2">
      <p className="break-words text-danger-text">
        {fault.name !== "Error" && <span className="font-semibold">{fault.name}: </span>}
        {fault.message}
      </p>
      {fault.stack && (
        <details className="mt-1">
          <summary className="text-sm text-ink-muted">{t("stack")}</summary>
          <pre className="mt-1 max-h-60 overflow-auto text-xs break-words whitespace-pre-wrap text-ink">
            {fault.stack}
          </pre>
        </details>
      )}
    </div>
  );
}
