"use client";

import { Bot, Ellipsis, Pencil, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { StageTotal } from "@/server/crm/staged/contract";
import { formatMoney } from "@/server/platform/money";

type StageHeadProps = {
  name: string;
  total: StageTotal;
  /** How many cards there are, in words. */
  count: string;
  /** What the button for one more says; without it nobody may add one here. */
  addLabel: string | null;
  onAdd: () => void;
  onRobots: () => void;
};

/** A stage's name, how many cards stand on it and what they are worth; its menu. */
export function StageHead({ name, total, count, addLabel, onAdd, onRobots }: StageHeadProps) {
  const locale = useLocale();
  const sums = total.sums.filter((sum) => sum.amountMinor !== 0);
  return (
    <header className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <h2 className="flex items-baseline gap-1.5">
          <span className="truncate font-semibold" title={name}>
            {name}
          </span>
          <span className="tabular text-sm text-ink-muted">
            <span className="sr-only">{count}</span>
            <span aria-hidden>{total.count}</span>
          </span>
        </h2>
        <p className="tabular min-h-4.5 truncate text-sm text-ink-muted">
          {sums.map((sum) => formatMoney(sum.amountMinor, sum.currency, locale)).join(" · ")}
        </p>
      </div>
      {addLabel && (
        <Button variant="ghost" size="icon-sm" aria-label={addLabel} onClick={onAdd}>
          <Plus />
        </Button>
      )}
      <StageMenu name={name} onRobots={onRobots} />
    </header>
  );
}

function StageMenu({ name, onRobots }: { name: string; onRobots: () => void }) {
  const t = useTranslations("board.head");
  const { slug } = useWorkspace();
  const may = useMay();
  const robots = may("automation.view");
  const edit = may("pipeline.edit");
  if (!robots && !edit) return null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("menu", { stage: name })} className="-mr-1">
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {robots && (
          <DropdownMenuItem onSelect={onRobots}>
            <Bot />
            {t("robots")}
          </DropdownMenuItem>
        )}
        {edit && (
          <DropdownMenuItem asChild>
            <Link href={`/${slug}/pipelines`}>
              <Pencil />
              {t("editPipeline")}
            </Link>
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
