"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { type RunState, runStates } from "@/server/operations/contract";
import { useTimes } from "./times";

const colours: Record<RunState, string> = {
  queued: "var(--line-strong)",
  running: "var(--stage-sky)",
  completed: "var(--ok)",
  failed: "var(--danger)",
  cancelled: "var(--stage-slate)",
};

/** How many of the kept runs are in each state, as one bar and its legend. */
export function StateBars({ states }: { states: Record<RunState, number> }) {
  const t = useTranslations("ops.states");
  const state = useTranslations("ops.filterState");
  const times = useTimes();
  return (
    <section aria-labelledby="ops-states" className="rounded-lg bg-surface px-4 py-3 shadow-low">
      <h2 id="ops-states" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="text-ink-muted">{t("text")}</p>
      <div aria-hidden className="my-3 flex h-2.5 gap-0.5 overflow-hidden rounded-full bg-sunken">
        {runStates.map((name) =>
          states[name] > 0 ? (
            <span
              key={name}
              className="min-w-1"
              style={{ flexGrow: states[name], background: colours[name] }}
            />
          ) : null,
        )}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {runStates.map((name) => (
          <li key={name}>
            <Link
              href={`/ops/runs?state=${name}`}
              className="inline-flex items-center gap-1.5 hover:underline max-md:py-1.5"
            >
              <span aria-hidden className="size-2 rounded-full" style={{ background: colours[name] }} />
              {state(name)}
              <span className="tabular font-semibold">{times.count(states[name])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
