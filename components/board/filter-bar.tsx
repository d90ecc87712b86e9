"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { GroupInput, InputGroup } from "@/components/ui/input";
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
  const [text, setText] = useState(filters.q);
  const apply = useEffectEvent(() => {
    if (text !== filters.q) void setFilters({ q: text || null });
  });
  // The address follows a pause in typing, not every letter.
  useEffect(() => {
    const timer = setTimeout(() => apply(), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const [applied, setApplied] = useState(filters.q);
  if (applied !== filters.q) {
    setApplied(filters.q);
    setText(filters.q);
  }
  return (
    <InputGroup
      className="w-60 max-md:w-full"
      before={<Search aria-hidden />}
      after={
        text !== "" && (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={() => setText("")}
            className="hover:text-ink"
          >
            <X />
          </button>
        )
      }
    >
      <GroupInput
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        maxLength={200}
        className="[&::-webkit-search-cancel-button]:hidden"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setText("")}
      />
    </InputGroup>
  );
}
