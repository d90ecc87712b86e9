"use client";

import { useQuery } from "@tanstack/react-query";
import { ClipboardList, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";

/** The forms of the workspace and what they brought in. */
export function FormList() {
  const t = useTranslations("integrations.forms");
  const { slug } = useWorkspace();
  const mayEdit = useMay()("forms.edit");
  const forms = useQuery(useTRPC().webforms.list.queryOptions(undefined, { enabled: mayEdit }));
  if (!mayEdit) return <EmptyState icon={<ClipboardList />} title={t("title")} text={t("forbidden")} />;
  const add = (
    <Button variant="primary" asChild>
      <Link href={`/${slug}/settings/forms/new`}>
        <Plus />
        {t("new")}
      </Link>
    </Button>
  );
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} actions={(forms.data?.length ?? 0) > 0 && add} />
      {forms.isPending && <SkeletonRows rows={3} />}
      {forms.isError && <ErrorState requestId={requestIdOf(forms.error)} onRetry={() => forms.refetch()} />}
      {forms.data?.length === 0 && (
        <EmptyState icon={<ClipboardList />} title={t("emptyTitle")} text={t("emptyText")} action={add} />
      )}
      <ul className="divide-y">
        {forms.data?.map(({ id, name, closed, created, waiting, failed, spam }) => (
          <li key={id}>
            <Link
              href={`/${slug}/settings/forms/${id}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-1 py-2.5 hover:bg-ink/4"
            >
              <span className="min-w-0 flex-1 basis-40 font-medium break-words">{name}</span>
              {closed && <Badge>{t("closed")}</Badge>}
              {failed > 0 && <Badge tone="danger">{t("failed", { count: failed })}</Badge>}
              {waiting > 0 && <Badge tone="warn">{t("waiting", { count: waiting })}</Badge>}
              {spam > 0 && <Badge>{t("spam", { count: spam })}</Badge>}
              <span className="text-ink-muted">{t("created", { count: created })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
