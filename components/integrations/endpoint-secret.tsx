"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { CopyField } from "./copy-field";

/** What an address checks signatures by; fetched when it is asked for. */
export function EndpointSecret({ endpointId }: { endpointId: string }) {
  const t = useTranslations("integrations.webhooks");
  const [shown, setShown] = useState(false);
  const secret = useQuery(
    useTRPC().webhooks.secret.queryOptions({ endpointId }, { enabled: shown, gcTime: 0, staleTime: 0 }),
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t("secretTitle")}</p>
          <p className="text-sm text-ink-muted">{t("secretText")}</p>
        </div>
        <Button size="sm" pending={shown && secret.isPending} onClick={() => setShown(!shown)}>
          {t(shown ? "hideSecret" : "showSecret")}
        </Button>
      </div>
      {shown && secret.data && <CopyField value={secret.data.secret} label={t("secretTitle")} wrap />}
    </div>
  );
}
