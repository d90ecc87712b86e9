import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { colourOf } from "@/components/ui/initials";
import { stageColour } from "@/components/ui/stage-colours";
import type { Messages } from "@/messages";

type Column = keyof Messages["site"]["board"]["columns"];
type Deal = keyof Messages["site"]["board"]["deals"];

const columns: { key: Column; colour: string; deals: Deal[]; className?: string }[] = [
  { key: "new", colour: "sky", deals: ["audit", "support"], className: "max-lg:hidden" },
  { key: "needs", colour: "teal", deals: ["training", "migration"] },
  { key: "proposal", colour: "amber", deals: ["rollout", "integration"] },
  { key: "won", colour: "green", deals: ["renewal"], className: "max-md:hidden" },
];

/** The board drawn with the product's own tokens, one card held above its new stage. */
export function BoardPicture() {
  const t = useTranslations("site.board");
  return (
    <div
      role="img"
      aria-label={t("label")}
      className="overflow-hidden rounded-xl bg-bg p-4 text-ink shadow-high ring-1 ring-line max-md:p-3 lg:pr-12"
    >
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4">
        {columns.map(({ key, colour, deals, className }) => (
          <div key={key} className={cn("min-w-0", className)}>
            <div className="rounded-t-md border-t-3 pt-2 pb-3" style={{ borderColor: stageColour(colour) }}>
              <div className="flex items-baseline gap-2">
                <span className="min-w-0 truncate font-semibold">{t(`columns.${key}`)}</span>
                <span className="tabular text-sm text-ink-muted">{deals.length}</span>
              </div>
              <div className="tabular text-sm text-ink-muted">{t(`sums.${key}`)}</div>
            </div>
            <div className="flex min-h-56 flex-col gap-2">
              {deals.map((deal) => (
                <Card key={deal} deal={deal} held={deal === "rollout"} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

function Card({ deal, held }: { deal: Deal; held: boolean }) {
  const t = useTranslations("site.board.deals");
  const who = t(`${deal}.who`);
  const card = (
    <div
      className={cn(
        "rounded-lg bg-surface p-2.5 shadow-low",
        held &&
          "relative z-10 -translate-x-4 -translate-y-1.5 -rotate-3 bg-raised shadow-high ring-2 ring-accent",
      )}
    >
      <div className="truncate font-medium">{t(`${deal}.title`)}</div>
      <div className="tabular mt-0.5 font-semibold">{t(`${deal}.sum`)}</div>
      <div className="mt-2 flex items-center gap-1.5 text-sm text-ink-muted">
        <span
          className="size-4 shrink-0 rounded-sm"
          style={{ background: `color-mix(in oklab, ${stageColour(colourOf(who))} 45%, var(--surface))` }}
        />
        <span className="truncate">{who}</span>
      </div>
    </div>
  );
  if (!held) return card;
  return (
    <div className="rounded-lg bg-accent-soft outline-2 -outline-offset-2 outline-accent/50 outline-dashed">
      {card}
    </div>
  );
}
