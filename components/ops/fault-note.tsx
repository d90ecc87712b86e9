import { useTranslations } from "next-intl";
import type { Fault } from "@/server/operations/contract";
import { useFaultText } from "./fault-text";

/** Names that say nothing. */
const plain = new Set(["Error", "AppError"]);

/** What went wrong, in the code's own words; the stack for whoever wants to know. */
export function FaultNote({ fault }: { fault: Fault }) {
  const t = useTranslations("ops.fault");
  const faultText = useFaultText();
  return (
    <div className="rounded-md bg-danger-soft px-3 py-2">
      <p className="break-words text-danger-text">
        {!plain.has(fault.name) && <span className="font-semibold">{fault.name}: </span>}
        {faultText(fault)}
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
