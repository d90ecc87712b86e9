"use client";

import { Check, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { DurationInput } from "@/components/ui/duration-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { Textarea } from "@/components/ui/textarea";
import type { Activity } from "@/server/crm/activities/contract";
import { KindSelect } from "./activity-form";
import { useActivityVerbs } from "./use-activities";
import { ReminderSelect, WhenFields } from "./when-fields";

type ActivityDialogProps = {
  activity: Activity;
  editable: boolean;
  /** What it is about, where that is not plain. */
  about?: { title: string; href: string };
  onClose: () => void;
};

/** An activity in full: read, changed, done with a result, or deleted. */
export function ActivityDialog({ activity, editable, about, onClose }: ActivityDialogProps) {
  const t = useTranslations("activities");
  const directory = useDirectory();
  const { mark, change, remove } = useActivityVerbs();
  const [draft, setDraft] = useState(activity);
  const set = (next: Partial<Activity>) => setDraft({ ...draft, ...next });
  const done = activity.doneAt !== null;
  const timed = draft.dueAt !== null && !draft.allDay;
  const save = async () => {
    const changes = changesBetween(activity, {
      ...draft,
      remindMinutes: timed ? draft.remindMinutes : null,
    });
    if (Object.keys(changes).length === 0 || (await change(activity, changes))) onClose();
  };
  const finish = () => {
    void mark(activity, !done, done ? undefined : (draft.result ?? undefined));
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(`kinds.${activity.kind}`)}
        description={
          about && (
            <Link href={about.href} className="text-accent-text hover:underline">
              {about.title}
            </Link>
          )
        }
        footer={
          editable && (
            <>
              <Button
                variant="ghost"
                className="mr-auto"
                onClick={() => {
                  void remove(activity);
                  onClose();
                }}
              >
                <Trash2 />
                {t("delete")}
              </Button>
              <Button onClick={finish}>
                {done ? <RotateCcw /> : <Check />}
                {done ? t("open") : t("finish")}
              </Button>
              <Button variant="primary" disabled={draft.title.trim() === ""} onClick={() => void save()}>
                {t("save")}
              </Button>
            </>
          )
        }
      >
        <fieldset disabled={!editable} className="flex flex-col gap-3">
          <Field label={t("what")}>
            <Input
              maxLength={300}
              value={draft.title}
              onChange={({ target }) => set({ title: target.value })}
            />
          </Field>
          <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
            <Field label={t("kind")}>
              <KindSelect value={draft.kind} onValueChange={(kind) => set({ kind })} />
            </Field>
            <Field label={t("owner")}>
              <Combobox
                clearable
                disabled={!editable}
                options={directory.members.map(({ id, name }) => ({
                  value: id,
                  label: name,
                  icon: <Avatar name={name} seed={id} size="xs" />,
                }))}
                value={draft.ownerId}
                onValueChange={(ownerId) => set({ ownerId })}
              />
            </Field>
          </div>
          <fieldset className="flex flex-wrap items-end gap-1.5">
            <legend className="mb-1 font-medium">{t("when")}</legend>
            <WhenFields value={draft} onValueChange={set} />
            {timed && (
              <ReminderSelect
                value={draft.remindMinutes}
                onValueChange={(remindMinutes) => set({ remindMinutes })}
              />
            )}
          </fieldset>
          {timed && (
            <Field label={t("duration")}>
              <DurationInput
                value={draft.durationMinutes ?? 0}
                onValueChange={(minutes) => set({ durationMinutes: minutes || null })}
              />
            </Field>
          )}
          <Field label={t("description")}>
            <Textarea
              maxLength={10_000}
              value={draft.description ?? ""}
              onChange={({ target }) => set({ description: target.value || null })}
            />
          </Field>
          <Field label={t("result")} hint={done ? undefined : t("resultHint")}>
            <Textarea
              maxLength={10_000}
              value={draft.result ?? ""}
              onChange={({ target }) => set({ result: target.value || null })}
            />
          </Field>
        </fieldset>
      </DialogContent>
    </Dialog>
  );
}

const editable = [
  "title",
  "kind",
  "description",
  "dueAt",
  "allDay",
  "durationMinutes",
  "ownerId",
  "remindMinutes",
  "result",
] as const;

function changesBetween(before: Activity, after: Activity): Partial<Activity> {
  const changed = editable.filter((key) => {
    const [a, b] = [before[key], after[key]];
    return a instanceof Date && b instanceof Date ? a.getTime() !== b.getTime() : a !== b;
  });
  return Object.fromEntries(changed.map((key) => [key, after[key]]));
}
