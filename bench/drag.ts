import { board } from "@/server/crm/deals";
import type { BenchWorkspace } from "./seed";

/** Deals of the board in turn, each to go to the next open stage. */
export async function draggedDeals({
  owner,
  pipelineId,
}: BenchWorkspace): Promise<() => { dealId: string; stageId: string }> {
  const columns = (await board(owner, { pipelineId })).filter((one) => one.cards[0]?.outcome === "open");
  const cards = columns.flatMap((one) => one.cards);
  let turn = 0;
  return () => {
    const card = cards[turn % cards.length];
    const lap = 1 + Math.floor(turn / cards.length);
    turn += 1;
    const from = columns.findIndex((one) => one.stageId === card?.stageId);
    return { dealId: card?.id ?? "", stageId: columns[(from + lap) % columns.length]?.stageId ?? "" };
  };
}
