"use client";

import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { FilterButton, FilterChips } from "@/components/filter-builder/filter-bar";
import { ChangedView, ViewTabs } from "@/components/records/view-tabs";
import { Combobox } from "@/components/ui/combobox";
import { memberChoice } from "@/components/ui/member-choice";
import { SearchBox } from "@/components/ui/search-box";
import { useIsPhone } from "@/components/ui/use-media-query";
import { useWorkspace } from "@/components/workspace/workspace";
import type { StagedEntity } from "@/server/platform/permissions";
import { useBoardFilters } from "./use-board-filters";

type BoardToolsProps = {
  entity: StagedEntity;
  /** What one's own records are called. */
  mine: string;
};

/** Which cards a board shows: a saved view's, whose, with which words, and what else is asked of them. */
export function BoardTools({ entity, mine }: BoardToolsProps) {
  const t = useTranslations("board.filter");
  const { state } = useBoardFilters(entity);
  // A phone has no room for a row that says nothing: a view is saved beside the filter too.
  const bare = useIsPhone() && state.views.length === 0;
  const filter = {
    entity,
    value: state.filter,
    onChange: (next: typeof state.filter) => void state.setFilter(next),
  };
  return (
    <div className="shrink-0 px-6 max-md:px-4">
      <div className="flex flex-wrap items-center gap-2 pb-2">
        {!bare && <ViewTabs entity={entity} state={state} />}
        <OwnerFilter entity={entity} mine={mine} />
        <SearchBox
          className="w-56 max-md:order-1"
          label={t("search")}
          value={state.search}
          onSearch={(text) => void state.setSearch(text)}
        />
        <FilterButton {...filter} />
      </div>
      {(state.filter || state.broken || state.changed) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2">
          <FilterChips {...filter} broken={state.broken} />
          {!state.broken && <ChangedView entity={entity} state={state} />}
        </div>
      )}
    </div>
  );
}

/** Whose records are shown, on the board and in the list. */
export function OwnerFilter({ entity, mine }: BoardToolsProps) {
  const t = useTranslations("board.filter");
  const { ownerId, setOwner } = useBoardFilters(entity);
  const { memberId } = useWorkspace();
  const { members } = useDirectory();
  const mineFirst = members.toSorted((a, b) => Number(b.id === memberId) - Number(a.id === memberId));
  return (
    <Combobox
      aria-label={t("owner")}
      className="w-44 max-md:w-auto max-md:flex-1"
      clearable
      placeholder={t("anyone")}
      options={mineFirst.map((one) => ({
        ...memberChoice(one),
        ...(one.id === memberId && { label: mine, hint: one.name }),
      }))}
      value={ownerId}
      onValueChange={setOwner}
    />
  );
}
