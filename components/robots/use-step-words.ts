import { useTranslations } from "next-intl";
import type { Fault, Miss, ProcessStep } from "@/server/automation/contract";
import { lowerFirst } from "./lower-first";
import { useConditionWords } from "./use-condition-words";
import { useMoments } from "./use-moments";
import type { RobotSources } from "./use-sources";

/** How a robot fares, in a sentence: what it did, until when it waits, why it failed or was passed over. */
export function useStepWords(sources: RobotSources) {
  const t = useTranslations("robots.process");
  const conditions = useConditionWords(sources);
  const fault = useFaultWords();
  const { relative, exact } = useMoments();

  const miss = ({ clause, seen, negated }: Miss) =>
    t(negated ? "missNegated" : "miss", {
      clause: conditions.clause(clause),
      seen: conditions.seen(clause.field, seen),
    });
  const at = (step: ProcessStep) => (step.at ? exact(step.at) : "");
  const waiting = ({ dueAt, error }: ProcessStep) => {
    if (!dueAt) return t("waitsForDate");
    const due = { relative: relative(dueAt), exact: exact(dueAt) };
    return error ? t("triesAgain", { ...due, reason: fault(error) }) : t("waits", due);
  };
  const sentences: Readonly<Record<ProcessStep["status"], (step: ProcessStep) => string>> = {
    ran: (step) =>
      step.summary ? t("ranSummary", { at: at(step), summary: step.summary }) : t("ran", { at: at(step) }),
    waiting,
    failed: (step) => t("failed", { at: at(step), reason: step.error ? fault(step.error) : t("unknown") }),
    stopped: () => t("stopped"),
    skipped: (step) => t("skipped", { reason: step.misses.map(miss).join("; ") }),
    working: () => t("working"),
    queued: () => t("queued"),
  };
  return (step: ProcessStep) => sentences[step.status](step);
}

/** A fault's code in words, with what the other side said. */
function useFaultWords() {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t.has>[0];
  return ({ code, data }: Fault): string => {
    // Codes come from the log, so no type can vouch for them.
    const key = code as Key;
    const text = t.has(key) ? t(key, data as never) : t("INTERNAL");
    const { reason } = data;
    return typeof reason === "string" && reason !== "" ? `${trimPoint(text)} (${lowerFirst(reason)}).` : text;
  };
}

function trimPoint(text: string): string {
  return text.replace(/\.$/, "");
}
