"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Submission } from "@/server/webforms/contract";

const tones = {
  waiting: "warn",
  created: "ok",
  failed: "danger",
  spam: "neutral",
  repeated: "neutral",
} as const;

/** What came in through a form, spam and repeats too. */
export function Submissions({ formId }: { formId: string }) {
  const t = useTranslations("integrations.forms");
  const { data } = useQuery(useTRPC().webforms.submissions.queryOptions({ formId }));
  return (
    <Card>
      <CardHeader title={t("submissions")} />
      {!data && <SkeletonRows rows={3} />}
      {data?.length === 0 && <p className="text-ink-muted">{t("submissionsEmpty")}</p>}
      <ul className="divide-y">
        {data?.map((submission) => (
          <SubmissionRow key={submission.id} submission={submission} />
        ))}
      </ul>
    </Card>
  );
}

// Codes come from the server, so no type can vouch that each has its words.
type Known = "reason.other";

function SubmissionRow({ submission }: { submission: Submission }) {
  const t = useTranslations("integrations.forms");
  const dates = useDates();
  const { slug } = useWorkspace();
  const { status, values, origin, reason, entity, recordId, createdAt } = submission;
  const said = Object.values(values).flat().filter(Boolean).join(" · ");
  const why = (code: string) =>
    t(t.has(`reason.${code}` as Known) ? (`reason.${code}` as Known) : "reason.other");
  const marks = Object.entries(origin.utm).map(([key, value]) => `${key.replace("utm_", "")}: ${value}`);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="break-words">{said}</p>
        <p className="text-sm break-words text-ink-muted">
          {[dates.moment(createdAt), ...marks, reason && why(reason)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {(status === "waiting" || status === "failed") && <Retry submissionId={submission.id} />}
      {entity === "lead" && recordId ? (
        <Link href={`/${slug}/leads/${recordId}`} className="rounded-sm">
          <Badge tone={tones[status]}>{t(`submissionStatus.${status}`)}</Badge>
        </Link>
      ) : (
        <Badge tone={tones[status]}>{t(`submissionStatus.${status}`)}</Badge>
      )}
    </li>
  );
}

function Retry({ submissionId }: { submissionId: string }) {
  const t = useTranslations("integrations.forms");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const retry = useMutation(
    trpc.webforms.retry.mutationOptions({
      onError: (error) => toast.error(say(error)),
      onSettled: () => client.invalidateQueries(trpc.webforms.pathFilter()),
    }),
  );
  return (
    <Button size="sm" pending={retry.isPending} onClick={() => retry.mutate({ submissionId })}>
      {t("retry")}
    </Button>
  );
}
