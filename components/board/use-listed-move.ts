"use client";

import { useRefusals } from "@/components/api/refusal";
import { useDirectory } from "@/components/deals/use-directory";
import { toast } from "@/components/ui/toast";
import type { ShownCard } from "./cards-api";
import type { MoveRequest } from "./use-move-card";

/** Moves a row of a list as its card on the board is moved: the card is read first, since a row holds less. */
export function useListedMove<Card extends ShownCard>(
  read: (id: string) => Promise<Card>,
  move: (request: MoveRequest<Card>) => void,
) {
  const { stage: stageOf } = useDirectory();
  const { say } = useRefusals();
  return ({ id }: { id: string }, stageId: string): void => {
    const stage = stageOf(stageId);
    if (!stage) return;
    read(id).then(
      (card) => move({ card, stage, afterId: null }),
      (error: unknown) => toast.error(say(error)),
    );
  };
}
