"use client";

import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** The codes that let one in without the phone; shown once, so they can be copied or kept as a file. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations("settings.twoFactor");
  const text = `${codes.join("\n")}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast.success(t("copied"));
  };
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h3 className="font-semibold">{t("codesTitle")}</h3>
        <p className="text-ink-muted">{t("codesText")}</p>
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md bg-sunken p-3 font-mono select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>
          <Copy />
          {t("copy")}
        </Button>
        <Button asChild>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="pult-backup-codes.txt"
          >
            <Download />
            {t("download")}
          </a>
        </Button>
      </div>
      <Button variant="primary" onClick={onDone}>
        {t("done")}
      </Button>
    </div>
  );
}
