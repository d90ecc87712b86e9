"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { useBoardFilters } from "./use-board-filters";

/** Which records are shown: of which pipeline, whose, and with which words in them. */
export function FilterBar({
  pipelines,
  pipeline,
  mine,
}: {
  pipelines: readonly Pipeline[];
  pipeline: Pipeline | undefined;
  /** What one's own records are called. */
  mine: string;
}) {
  const t = useTranslations("board.filter");
  const { filters, setFilters, narrowed } = useBoardFilters();
  const board = filters.view === "board";
  return (
    <>
      {pipelines.length > 1 && (
        <Select
          aria-label={t("pipeline")}
          className="w-48 max-md:w-auto max-md:flex-1"
          options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          value={pipeline?.id}
          onValueChange={(id) => void setFilters({ pipeline: id })}
        />
      )}
      {/* The list has a search and a filter of its own. */}
      {board && <OwnerFilter mine={mine} />}
      {board && <SearchFilter />}
      {board && narrowed && (
        <Button size="sm" variant="ghost" onClick={() => void setFilters({ owner: null, q: null })}>
          <X />
          {t("reset")}
        </Button>
      )}
    </>
  );
}

function OwnerFilter({ mine }: { mine: string }) {
  const t = useTranslations("board.filter");
  const { ownerId, setFilters } = useBoardFilters();
  const { memberId } = useWorkspace();
  const { members } = useDirectory();
  const mineFirst = members.toSorted((a, b) => Number(b.id === memberId) - Number(a.id === memberId));
  return (
    <Combobox
      aria-label={t("owner")}
      className="w-48 max-md:w-auto max-md:flex-1"
      clearable
      placeholder={t("anyone")}
      options={mineFirst.map(({ id, name }) => ({
        value: id,
        label: id === memberId ? mine : name,
        hint: id === memberId ? name : undefined,
        icon: <Avatar name={name} seed={id} size="xs" />,
      }))}
      value={ownerId}
      onValueChange={(owner) => void setFilters({ owner })}
    />
  );
}

function SearchFilter() {
  const t = useTranslations("board.filter");
  const { filters, setFilters } = useBoardFilters();
  return (
    <SearchBox
      className="w-60"
      label={t("search")}
      value={filters.q}
      onSearch={(text) => void setFilters({ q: text || null })}
    />
  );
}
