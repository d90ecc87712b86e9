"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";

/** Who is told what happens to a record: oneself by a press, colleagues from a list. */
export function RecordWatchers({ record }: { record: RecordData }) {
  const t = useTranslations("record.watchers");
  const trpc = useTRPC();
  const { memberId } = useWorkspace();
  const may = useMay();
  const list = useQuery(trpc.around.watchers.queryOptions({ recordId: record.id }));
  const seers = useQuery(trpc.records.mentionable.queryOptions({ recordId: record.id }));
  const { watch } = useWatch(record.id);
  const watchers = list.data ?? [];
  const ids = watchers.map((one) => one.memberId);
  const mine = ids.includes(memberId);
  const mayChoose = may(`${record.entity}.edit`, record);
  const others = (seers.data ?? []).filter((one) => one.id !== memberId);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" aria-label={t("label", { count: watchers.length })} className="px-2">
          {mine ? <Eye className="text-accent-text" /> : <Eye />}
          {watchers.length > 0 && <span className="tabular">{watchers.length}</span>}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("label", { count: watchers.length })} className="w-64 p-2">
        <Button className="w-full" onClick={() => watch(memberId, !mine)}>
          {mine ? <EyeOff /> : <Eye />}
          {mine ? t("stop") : t("start")}
        </Button>
        <p className="px-1 pt-2 text-sm text-ink-muted">{t("text")}</p>
        <ul className="mt-1 max-h-64 overflow-y-auto">
          {others
            .filter((one) => mayChoose || ids.includes(one.id))
            .map((one) => (
              <li key={one.id}>
                <label className="flex min-h-8 items-center gap-2 rounded-md px-1 hover:bg-ink/6 max-md:min-h-10">
                  <Checkbox
                    checked={ids.includes(one.id)}
                    disabled={!mayChoose}
                    onCheckedChange={(on) => watch(one.id, on === true)}
                  />
                  <Avatar name={one.name} seed={one.id} size="xs" />
                  <span className="truncate">{one.name}</span>
                </label>
              </li>
            ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

function useWatch(recordId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const options = {
    onError: (error: unknown) => toast.error(say(error)),
    onSettled: () => client.invalidateQueries(trpc.around.watchers.queryFilter({ recordId })),
  };
  const start = useMutation(trpc.around.watch.mutationOptions(options));
  const stop = useMutation(trpc.around.unwatch.mutationOptions(options));
  return { watch: (memberId: string, on: boolean) => (on ? start : stop).mutate({ recordId, memberId }) };
}
