"use client";

import { useEffect, useState } from "react";
import type { Command, CommandSource } from "./command";

type Found = { source: CommandSource; commands: readonly Command[] };
type Result = { text: string; found: readonly Found[]; failed: boolean };

/** Asks every source for a text, 150 ms after typing pauses. A source that fails is left out, and told of. */
export function useCommandSearch(text: string, sources: readonly CommandSource[]) {
  const [result, setResult] = useState<Result>({ text: "", found: [], failed: false });
  const wanted = text.trim();
  const key = sources.map((source) => source.id).join("|");

  useEffect(() => {
    if (wanted === "" || key === "") return;
    const abort = new AbortController();
    const ask = async () => {
      const answers = await Promise.allSettled(sources.map((source) => source.search(wanted, abort.signal)));
      if (abort.signal.aborted) return;
      const found = sources.map((source, index) => {
        const answer = answers[index];
        return { source, commands: answer?.status === "fulfilled" ? answer.value : [] };
      });
      setResult({ text: wanted, found, failed: answers.some(({ status }) => status === "rejected") });
    };
    const timer = setTimeout(() => void ask(), 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // Sources are compared by their ids: the list is made anew on every render.
    // eslint-disable-next-line react/exhaustive-deps
  }, [wanted, key]);

  const asked = wanted !== "" && key !== "";
  const pending = asked && result.text !== wanted;
  return { found: asked ? result.found : [], pending, failed: asked && !pending && result.failed };
}
