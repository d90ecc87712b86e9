import { useTranslations } from "next-intl";

const words = ["start", "stop", "runs", "wake", "take", "timers", "look", "sleep"] as const;
const known = new RegExp(`^(${words.join("|")})(?: on)?(?: (\\d+))?$`);
const action = /^(.+)#\d+(?: attempt \d+)?( given up)?$/;

/** What a step does, in words; a step without words of its own shows the name its author gave it. */
export function useStepName() {
  const t = useTranslations("ops.stepNames");
  return (name: string): string => {
    const [, found, round] = known.exec(name) ?? [];
    const word = words.find((one) => one === found);
    if (word) return round ? `${t(word)} · ${round}` : t(word);
    const [, block, givenUp] = action.exec(name) ?? [];
    if (block) return t(givenUp ? "givenUp" : "block", { block });
    return name;
  };
}
