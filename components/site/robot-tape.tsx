import { Check, CircleSlash, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

const lines = [
  { key: "letter", state: "done", at: "14:02" },
  { key: "task", state: "done", at: "14:02" },
  { key: "manager", state: "skipped", at: "14:02" },
  { key: "remind", state: "waiting", at: null },
] as const;

const looks = {
  done: { Icon: Check, className: "bg-console-accent text-console" },
  skipped: { Icon: CircleSlash, className: "bg-console-line text-console-muted" },
  waiting: { Icon: Clock, className: "text-console-accent ring-1 ring-console-accent ring-inset" },
};

/** A picture of what a stage's robots did with one deal: done, skipped with its reason, waiting. */
export function RobotTape({ className }: { className?: string }) {
  const t = useTranslations("site.tape");
  return (
    <figure
      className={cn(
        "rounded-xl bg-console-raised p-4 text-console-ink shadow-high ring-1 ring-console-line",
        className,
      )}
    >
      <figcaption className="mb-3">
        <span className="block text-lg font-semibold">{t("title")}</span>
        <span className="block text-console-muted">{t("deal")}</span>
      </figcaption>
      <ol>
        {lines.map(({ key, state, at }, index) => {
          const { Icon, className: look } = looks[state];
          return (
            <li
              key={key}
              className="group relative flex animate-in gap-3 pb-3.5 fade-in-0 slide-in-from-top-1 fill-mode-backwards last:pb-0"
              style={{ animationDelay: `${400 + index * 260}ms` }}
            >
              <span
                aria-hidden
                className="absolute top-6 bottom-0 left-[11px] w-px bg-console-line group-last:hidden"
              />
              <span className={cn("grid size-6 shrink-0 place-items-center rounded-full", look)}>
                <Icon aria-hidden className="size-3.5" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1 font-medium">{t(key)}</span>
                  <span className="tabular text-sm text-console-muted">{at ?? t(state)}</span>
                </span>
                <span className="block text-sm text-console-muted">
                  {state === "skipped" && `${t(state)}: `}
                  {t(`${key}Note`)}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
