"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyField } from "../copy-field";

/** How a form comes to people: by a link, or in a page of one's own. */
export function FormShare({ formId, heading }: { formId: string; heading: string }) {
  const t = useTranslations("integrations.forms");
  const origin = useOrigin();
  const link = `${origin}/f/${formId}`;
  const title = heading.replace(/[&<>"]/g, "");
  const code = `<script src="${origin}/f/embed.js" data-form="${formId}" data-title="${title}" async></script>`;
  return (
    <Card>
      <CardHeader
        title={t("share")}
        actions={
          <Button size="sm" asChild>
            <a href={`/f/${formId}`} target="_blank" rel="noopener">
              <ExternalLink />
              {t("openPage")}
            </a>
          </Button>
        }
      />
      <div className="flex flex-col gap-3">
        <div>
          <p className="mb-1 text-sm font-medium">{t("link")}</p>
          <CopyField value={link} label={t("link")} />
        </div>
        <div>
          <p className="mb-1 text-sm font-medium">{t("embed")}</p>
          <CopyField value={code} label={t("embed")} wrap />
          <p className="mt-1 text-sm text-ink-muted">{t("embedHint")}</p>
        </div>
      </div>
    </Card>
  );
}

// The server does not know by which name it was asked; the browser does.
function useOrigin(): string {
  return useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => "",
  );
}
