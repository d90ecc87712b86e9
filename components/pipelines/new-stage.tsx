"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { stageColour, stageColours } from "@/components/ui/stage-colours";
import type { Pipeline } from "@/server/pipelines/contract";

type NewStageProps = { pipeline: Pipeline; afterId: string | null; onClose: () => void };

/** The row in which a new stage gets its name. */
export function NewStage({ pipeline, afterId, onClose }: NewStageProps) {
  const t = useTranslations("robots.pipelines");
  const { say, fields } = useRefusals();
  const [name, setName] = useState("");
  const trpc = useTRPC();
  const client = useQueryClient();
  const colour = nextColour(pipeline);
  const creation = useMutation(
    trpc.pipelines.createStage.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.pipelines.list.queryFilter());
        onClose();
      },
    }),
  );
  const wrong = creation.error ? (fields(creation.error).name ?? say(creation.error)) : undefined;
  return (
    <li className="bg-surface px-2 py-1.5">
      <form
        className="flex items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          creation.mutate({ pipelineId: pipeline.id, afterId, name, colour, outcome: "open" });
        }}
      >
        <span className="grid w-13 shrink-0 justify-end pr-2 max-md:w-16">
          <span className="size-3.5 rounded-full" style={{ background: stageColour(colour) }} />
        </span>
        <Input
          // The row appears because somebody asked to type here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={t("stageName")}
          aria-invalid={wrong ? true : undefined}
          placeholder={t("stageName")}
          maxLength={80}
          value={name}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" pending={creation.isPending} disabled={name.trim() === ""}>
          {t("add")}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
      </form>
      {wrong && (
        <p role="alert" className="pl-13 text-sm text-danger-text">
          {wrong}
        </p>
      )}
    </li>
  );
}

/** A colour no stage of the pipeline has yet, while there is one. */
function nextColour({ stages }: Pipeline) {
  const free = stageColours.filter((colour) => !stages.some((stage) => stage.colour === colour));
  return free[0] ?? "slate";
}
