"use client";

import { useMutation } from "@tanstack/react-query";
import { LogOut, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Member } from "@/server/identity/contract";
import { usePeople } from "./use-people";

/** Ends a membership after asking: a colleague's, or one's own. */
export function RemoveMember({ member: { id, name } }: { member: Member }) {
  const t = useTranslations("settings.members");
  const trpc = useTRPC();
  const { say } = useRefusals();
  const { reload } = usePeople();
  const { memberId } = useWorkspace();
  const mayEdit = useMay()("member.edit");
  const [asking, setAsking] = useState(false);
  const mine = id === memberId;
  const remove = useMutation(
    trpc.identity.removeMember.mutationOptions({
      onSuccess: async () => {
        // A whole page load, so that nothing of the workspace stays in memory.
        if (mine) return window.location.assign("/");
        toast.success(t("removed", { name }));
        await reload();
      },
      onError: (error) => toast.error(say(error)),
      onSettled: () => setAsking(false),
    }),
  );
  if (!mine && !mayEdit) return null;
  const label = mine ? t("leave") : t("remove", { name });
  return (
    <>
      <Button size="icon-sm" variant="ghost" aria-label={label} title={label} onClick={() => setAsking(true)}>
        {mine ? <LogOut /> : <UserMinus />}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={mine ? t("leaveTitle") : t("removeTitle", { name })}
        text={mine ? t("leaveText") : t("removeText", { name })}
        confirmLabel={t(mine ? "leaveConfirm" : "removeConfirm")}
        danger
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ memberId: id })}
      />
    </>
  );
}
