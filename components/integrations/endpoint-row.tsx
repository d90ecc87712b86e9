"use client";

import { Pencil, ScrollText, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Switch } from "@/components/ui/switch";
import { useDates } from "@/components/workspace/dates";
import { type Endpoint, everyEvent } from "@/server/webhooks/contract";
import { EndpointDialog } from "./endpoint-dialog";
import { useEndpoints } from "./use-endpoints";

/** One address: whether it is told, whether it answers. */
export function EndpointRow({ endpoint, onLog }: { endpoint: Endpoint; onLog: () => void }) {
  const t = useTranslations("integrations.webhooks");
  const { update, remove } = useEndpoints();
  const [state, setState] = useState<"shown" | "edited" | "removing">("shown");
  const { id, url, description, events } = endpoint;
  const active = update.isPending ? update.variables.changes.active : endpoint.disabledAt === null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <Switch
        aria-label={t("switch", { url })}
        checked={active}
        onCheckedChange={(next) => update.mutate({ endpointId: id, changes: { active: next } })}
      />
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium" title={url}>
          {url}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
          {description && <span className="break-words">{description}</span>}
          <span>
            {events.includes(everyEvent) ? t("allEvents") : t("eventCount", { count: events.length })}
          </span>
          <Health endpoint={endpoint} />
        </p>
      </div>
      <div className="flex items-center gap-1">
        <Button size="sm" onClick={onLog}>
          <ScrollText />
          {t("log")}
        </Button>
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t("edit", { url })}
          onClick={() => setState("edited")}
        >
          <Pencil />
        </Button>
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t("remove", { url })}
          onClick={() => setState("removing")}
        >
          <Trash2 />
        </Button>
      </div>
      <EndpointDialog
        endpoint={endpoint}
        open={state === "edited"}
        onOpenChange={(open) => setState(open ? "edited" : "shown")}
      />
      <ConfirmDialog
        open={state === "removing"}
        onOpenChange={(open) => setState(open ? "removing" : "shown")}
        title={t("removeTitle")}
        text={t("removeText")}
        confirmLabel={t("removeConfirm")}
        danger
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ endpointId: id })}
      />
    </div>
  );
}

function Health({ endpoint: { disabledAt, disabledWhy, failingSince } }: { endpoint: Endpoint }) {
  const t = useTranslations("integrations.webhooks");
  const dates = useDates();
  if (disabledAt && disabledWhy === "failing") return <Badge tone="danger">{t("disabled")}</Badge>;
  if (disabledAt) return <Badge>{t("off")}</Badge>;
  if (failingSince) return <Badge tone="warn">{t("failing", { date: dates.moment(failingSince) })}</Badge>;
  return <Badge tone="ok">{t("active")}</Badge>;
}
