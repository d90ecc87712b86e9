import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import { missingParams } from "./action-schema";
import { type RobotDraft, sameDraft, savedFrom } from "./robot-draft";
import type { RobotPlace } from "./robot-place";
import { useRobotWords } from "./use-robot-words";
import type { RobotSources } from "./use-sources";

type FormOptions = {
  initial: RobotDraft;
  place: RobotPlace;
  sources: RobotSources;
  onSaved: () => void;
};

/** A robot being edited: its draft, what is wrong with it, and how it is saved. */
export function useRobotForm({ initial, place, sources, onSaved }: FormOptions) {
  const t = useTranslations("robots.editor");
  const field = useTranslations("errors.field");
  const words = useRobotWords(sources);
  const { say, fields } = useRefusals();
  const [draft, setDraft] = useState(initial);
  const [checked, setChecked] = useState(false);
  // A question without its value is not in the draft yet: only the condition's editor knows of it.
  const [whole, setWhole] = useState(true);
  const trpc = useTRPC();
  const client = useQueryClient();
  const saving = useMutation(
    trpc.automation.saveRobot.mutationOptions({
      onSuccess: async (robot) => {
        await client.invalidateQueries(trpc.automation.robots.pathFilter());
        toast.success(t(draft.id ? "saved" : "added", { name: robot.name }));
        onSaved();
      },
    }),
  );

  const lacking = (): Record<string, string> => {
    const action = sources.actions.find((one) => one.type === draft.actionType);
    const params = action ? missingParams(action, draft.params) : [];
    const paths = params.map((key) => `params.${key}`);
    if (draft.timing.kind === "after" && draft.timing.minutes < 1) paths.push("timing");
    return Object.fromEntries(paths.map((path) => [path, field("required")]));
  };

  const refused = (): Record<string, string> => {
    if (!saving.error) return {};
    const entries = Object.keys(fields(saving.error));
    return entries.length > 0 && entries.every(isShown) ? fields(saving.error) : { form: say(saving.error) };
  };
  return {
    draft,
    change: (next: RobotDraft) => {
      setDraft(next);
      if (saving.error) saving.reset();
    },
    checked,
    setWhole,
    dirty: !sameDraft(draft, initial),
    errors: checked ? { ...refused(), ...lacking() } : refused(),
    pending: saving.isPending,
    save: () => {
      setChecked(true);
      if (!whole || Object.keys(lacking()).length > 0) return;
      const name = draft.name.trim() === "" ? words.actionLabel(draft.actionType) : draft.name;
      saving.mutate(savedFrom({ ...draft, name }, place.place));
    },
  };
}

// What the form has a place for; a fault anywhere else is told above it.
function isShown(path: string): boolean {
  return path.startsWith("params.") || ["condition", "timing", "name"].includes(path);
}
