"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { deviceOf } from "./device";

type Session = { createdAt: Date; updatedAt: Date; userAgent?: string | null; ipAddress?: string | null };

type SessionRowProps = { session: Session; current: boolean; pending: boolean; onEnd: () => void };

/** One session: its device, when it was last seen, and from which address. */
export function SessionRow({ session, current, pending, onEnd }: SessionRowProps) {
  const t = useTranslations("settings.sessions");
  const format = useFormatter();
  const now = useNow();
  const device = deviceOf(session.userAgent);
  const name = device ? t("device", device) : t("unknownDevice");
  const Icon = /iPhone|iPad|Android/.test(device?.system ?? "") ? Smartphone : Monitor;
  // A browser's clock may be behind ours.
  const seen = session.updatedAt < now ? session.updatedAt : now;
  return (
    <div className="flex items-center gap-3">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {name}
          {current && (
            <Badge tone="accent" className="ml-2">
              {t("current")}
            </Badge>
          )}
        </p>
        <p className="text-ink-muted">
          {t("seen", { time: format.relativeTime(seen, now) })}
          {session.ipAddress && ` · ${session.ipAddress}`}
        </p>
      </div>
      {!current && (
        <Button size="sm" aria-label={t("revokeOf", { device: name })} pending={pending} onClick={onEnd}>
          {t("revoke")}
        </Button>
      )}
    </div>
  );
}
