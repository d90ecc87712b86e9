"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { LogOut, UserMinus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { InlineAlert } from "@/components/ui/inline-alert";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Member } from "@/server/identity/contract";
import { entities } from "@/server/platform/permissions";
import { NewOwner } from "./new-owner";
import { usePeople } from "./use-people";

/** Ends a membership after asking who takes over: a colleague's, or one's own. */
export function RemoveMember({ member: { id, name } }: { member: Member }) {
  const t = useTranslations("settings.members");
  const trpc = useTRPC();
  const { say } = useRefusals();
  const { members, reload } = usePeople();
  const { memberId } = useWorkspace();
  const mayEdit = useMay()("member.edit");
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<string | null>();
  const mine = id === memberId;
  const colleagues = (members.data ?? []).filter((one) => one.id !== id);
  // Whoever removes takes over unless they say otherwise; whoever leaves hands to an owner.
  const likely = mine ? colleagues.find(({ role }) => role === "owner")?.id : memberId;
  const newOwnerId = chosen === undefined ? (likely ?? null) : chosen;
  const belongings = useQuery(
    trpc.identity.belongings.queryOptions({ memberId: id }, { enabled: asking, staleTime: 0 }),
  );
  const { whole, what } = useBelongings(belongings.data);
  const remove = useMutation(
    trpc.identity.removeMember.mutationOptions({
      onSuccess: async () => {
        // A whole page load, so that nothing of the workspace stays in memory.
        if (mine) return window.location.assign("/");
        setAsking(false);
        toast.success(t("removed", { name }));
        await reload();
      },
    }),
  );
  if (!mine && !mayEdit) return null;
  const toggle = (open: boolean) => {
    if (open) remove.reset();
    setAsking(open);
  };
  const label = mine ? t("leave") : t("remove", { name });
  return (
    <>
      <Button size="icon-sm" variant="ghost" aria-label={label} title={label} onClick={() => toggle(true)}>
        {mine ? <LogOut /> : <UserMinus />}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={toggle}
        title={mine ? t("leaveTitle") : t("removeTitle", { name })}
        text={mine ? t("leaveText") : t("removeText", { name })}
        confirmLabel={t(mine ? "leaveConfirm" : "removeConfirm")}
        danger
        pending={remove.isPending || belongings.isPending}
        onConfirm={() => remove.mutate({ memberId: id, newOwnerId: whole > 0 ? newOwnerId : null })}
      >
        {(remove.error || whole > 0) && (
          <div className="flex flex-col gap-3">
            {remove.error && <InlineAlert tone="danger">{say(remove.error)}</InlineAlert>}
            {whole > 0 && (
              <NewOwner
                text={t(mine ? "myBelongings" : "belongings", { what })}
                name={name}
                colleagues={colleagues}
                value={newOwnerId}
                onChange={setChosen}
              />
            )}
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}

/** How much somebody answers for, counted and in words: "2 deals and 1 open activity". */
function useBelongings(all: Partial<Record<(typeof kinds)[number], number>> = {}) {
  const t = useTranslations("settings.members.belongingParts");
  const format = useFormatter();
  const there = kinds.filter((kind) => (all[kind] ?? 0) > 0);
  return {
    whole: there.reduce((sum, kind) => sum + (all[kind] ?? 0), 0),
    what: format.list(
      there.map((kind) => t(kind, { count: all[kind] ?? 0 })),
      { type: "conjunction" },
    ),
  };
}

const kinds = [...entities, "activities"] as const;
