"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ApiKeyInfo } from "@/server/public-api/contract";

/** One key: whose, what it may do, when it was used; revoked from here. */
export function ApiKeyRow({ apiKey }: { apiKey: ApiKeyInfo }) {
  const t = useTranslations("integrations.api");
  const { say } = useRefusals();
  const { memberId } = useWorkspace();
  const dates = useDates();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id, name, prefix, scopes, lastUsedAt, expiresAt } = apiKey;
  const isOwn = apiKey.memberId === memberId;
  const members = useQuery(trpc.identity.members.queryOptions(undefined, { enabled: !isOwn }));
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: () => toast.success(t("revoked", { name })),
      onError: (error) => toast.error(say(error)),
      onSettled: () => cache.invalidateQueries(trpc.apiKeys.list.queryFilter()),
    }),
  );
  const isExpired = expiresAt !== null && expiresAt < dates.now;
  const holder = members.data?.find((one) => one.id === apiKey.memberId)?.name;
  return (
    <div className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span className="break-words">{name}</span>
          {isExpired && <Badge tone="danger">{t("expired")}</Badge>}
          {holder && <Badge>{t("owner", { name: holder })}</Badge>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
          <code className="font-mono">pult_{prefix}_…</code>
          <span title={scopes.join(", ")}>{t("rights", { count: scopes.length })}</span>
          <span>{lastUsedAt ? t("lastUsed", { when: dates.ago(lastUsedAt) }) : t("neverUsed")}</span>
          {expiresAt && !isExpired && <span>{t("expiresOn", { date: dates.day(expiresAt) })}</span>}
        </p>
      </div>
      <Button
        size="icon-sm"
        variant="ghost"
        aria-label={t("revoke", { name })}
        onClick={() => setAsking(true)}
      >
        <Trash2 />
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("revokeTitle", { name })}
        text={t("revokeText")}
        confirmLabel={t("revokeConfirm")}
        danger
        pending={revoke.isPending}
        onConfirm={() => revoke.mutate({ keyId: id })}
      />
    </div>
  );
}
