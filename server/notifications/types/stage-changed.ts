import { listPipelines } from "@/server/pipelines";
import { joining } from "@/server/platform";
import { defineType, followers, textIn } from "../define-type";

/** A record one owns or watches came to another stage. */
export const stageChanged = defineType({
  type: "stage_changed",
  label: { en: "Stages", ru: "Стадии" },
  hint: { en: "A record you own or watch moves", ru: "Меняется стадия карточки, за которой вы следите" },
  channel: "app",
  on: [{ event: "deal.stage_changed" }, { event: "lead.stage_changed" }],
  audience: (_, setting) => followers(setting),
  async data(tx, ctx, { data }) {
    const pipelines = await listPipelines(joining(ctx, tx));
    const name = (id: string) =>
      pipelines.flatMap(({ stages }) => stages).find((stage) => stage.id === id)?.name ?? null;
    return { from: name(textIn(data, "fromStageId")), to: name(textIn(data, "stageId")) };
  },
  say: {
    en: ({ by, data }) => `${by ? `${by} moved it` : "Moved"} to “${textIn(data, "to") || "…"}”`,
    ru: ({ by, data }) => `Стадия «${textIn(data, "to") || "…"}»${by ? `. Переместил: ${by}` : ""}`,
  },
});
