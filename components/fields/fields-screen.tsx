"use client";

import { LayoutList, ListPlus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { InList } from "@/components/lists/in-list";
import { ListIcon } from "@/components/lists/list-icons";
import { useLists } from "@/components/lists/use-lists";
import { standsOnRecord } from "@/components/record-page/kinds";
import { listedEntities } from "@/components/records/entities";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Entity, FieldInfo } from "@/server/fields/contract";
import { ArchivedFields } from "./archived-fields";
import { BuiltInFields } from "./built-in-fields";
import { FieldDialog } from "./field-dialog";
import { FieldList } from "./field-list";
import { SectionDialog } from "./section-dialog";
import { useFields } from "./use-fields";
import { useLayout } from "./use-layout";

/** Which fields records of each kind have, and how they are arranged. */
export function FieldsScreen() {
  const t = useTranslations("fields");
  const names = useTranslations("records.entity");
  const [entity, setEntity] = useQueryState("of", parseAsStringLiteral(listedEntities).withDefault("deal"));
  return (
    <>
      <Segmented
        label={t("kind")}
        className="self-start"
        segments={listedEntities.map((one) => ({ value: one, label: names(`${one as "contact"}.many`) }))}
        value={entity}
        onValueChange={(next) => void setEntity(next)}
      />
      {entity === "list_item" ? <ListFields /> : <Fields key={entity} entity={entity} />}
    </>
  );
}

/** The fields of one of the organization's own lists, the first unless another is chosen. */
function ListFields() {
  const t = useTranslations("lists");
  const { slug } = useWorkspace();
  const query = useLists();
  const [chosen, setChosen] = useQueryState("list", parseAsString);
  if (query.isPending) return <SkeletonRows rows={6} />;
  const lists = query.data ?? [];
  const list = lists.find(({ id }) => id === chosen) ?? lists[0];
  if (!list) {
    return (
      <EmptyState
        icon={<LayoutList />}
        title={t("empty")}
        text={t("noneYet")}
        action={
          <Button asChild>
            <Link href={`/${slug}/lists`}>{t("title")}</Link>
          </Button>
        }
      />
    );
  }
  return (
    <>
      <Field label={t("which")} className="w-72 max-md:w-full">
        <Select
          options={lists.map(({ id, name, icon }) => ({
            value: id,
            label: name,
            icon: <ListIcon name={icon} />,
          }))}
          value={list.id}
          onValueChange={(id) => void setChosen(id)}
        />
      </Field>
      <InList listId={list.id}>
        <Fields key={list.id} entity="list_item" />
      </InList>
    </>
  );
}

function Fields({ entity }: { entity: Entity }) {
  const t = useTranslations("fields");
  const editable = useMay()("fields.edit");
  const { query, archived, archive, restore } = useFields(entity, editable);
  const { query: layout, sections, arrange } = useLayout(entity);
  const [edited, setEdited] = useState<FieldInfo | "new" | null>(null);
  const [naming, setNaming] = useState(false);
  const failed = [query, layout].find((one) => one.isError);
  if (failed)
    return <ErrorState requestId={requestIdOf(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!query.data || layout.isPending) return <SkeletonRows rows={6} />;
  const names = sections.flatMap(({ name }) => name ?? []);
  return (
    <>
      <Card>
        <CardHeader
          title={t("title")}
          className="max-md:flex-col"
          text={editable ? t("text") : t("readOnly")}
          actions={
            editable && (
              <>
                <Button onClick={() => setNaming(true)}>
                  <ListPlus />
                  <span className="max-md:sr-only">{t("addSection")}</span>
                </Button>
                <Button variant="primary" onClick={() => setEdited("new")}>
                  <Plus />
                  {t("add")}
                </Button>
              </>
            )
          }
        />
        <FieldList
          entity={entity}
          fields={query.data}
          sections={sections}
          editable={editable}
          onArrange={arrange}
          onEdit={setEdited}
          onArchive={(fieldId) => archive.mutate({ fieldId })}
        />
      </Card>
      <ArchivedFields fields={archived.data ?? []} onRestore={(fieldId) => restore.mutate({ fieldId })} />
      <BuiltInFields fields={query.data.filter((field) => !standsOnRecord(entity, field))} />
      {edited && (
        <FieldDialog
          entity={entity}
          field={edited === "new" ? null : edited}
          sections={names}
          onClose={() => setEdited(null)}
        />
      )}
      {naming && (
        <SectionDialog
          taken={names}
          onSave={(name) => arrange([...sections, { name, keys: [] }], t("sectionAdded", { name }))}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
