"use client";

import { Plus, Search, Trash2 } from "lucide-react";
import { useLocale } from "next-intl";
import { useState } from "react";
import { Badge, StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ColourPicker } from "@/components/ui/colour-picker";
import { GroupInput, Input, InputGroup } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { RadioGroup, RadioItem } from "@/components/ui/radio-group";
import { Segmented } from "@/components/ui/segmented";
import type { StageColour } from "@/components/ui/stage-colours";
import { Switch } from "@/components/ui/switch";
import { samples } from "./samples";

/** Buttons, inputs, switches, badges. */
export function Controls() {
  const s = samples(useLocale());
  const [scope, setScope] = useState<"own" | "team" | "all">("own");
  const [colour, setColour] = useState<StageColour>("teal");
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title="Controls" className="mb-0" />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary">
          <Plus />
          {s.newDeal}
        </Button>
        <Button>{s.later}</Button>
        <Button variant="soft">{s.more}</Button>
        <Button variant="ghost">{s.more}</Button>
        <Button variant="danger">
          <Trash2 />
          {s.remove}
        </Button>
        <Button variant="link">{s.more}</Button>
        <Button variant="primary" pending>
          {s.save}
        </Button>
        <Button variant="primary" disabled>
          {s.disabled}
        </Button>
        <Button size="sm">{s.later}</Button>
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        <InputGroup before={<Search />} after={<Kbd keys="mod+k" />}>
          <GroupInput aria-label={s.title} placeholder={s.title} />
        </InputGroup>
        <Input aria-label={s.title} aria-invalid defaultValue="—" />
        <Input aria-label={s.title} disabled defaultValue={s.disabled} />
        <Segmented
          label={s.deals}
          value={scope}
          onValueChange={setScope}
          segments={[
            { value: "own", label: s.own },
            { value: "team", label: s.team },
            { value: "all", label: s.all },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Checkbox label={s.own} defaultChecked />
        <Checkbox label={s.team} checked="indeterminate" />
        <Checkbox label={s.all} />
        <Checkbox label={s.disabled} disabled />
        <Switch aria-label={s.notify} defaultChecked />
        <Switch aria-label={s.notify} />
      </div>
      <RadioGroup defaultValue="own" className="sm:grid sm:grid-cols-2">
        <RadioItem value="own" label={s.own} hint={s.hint} />
        <RadioItem value="all" label={s.all} />
      </RadioGroup>
      <ColourPicker label={s.colour} value={colour} onValueChange={setColour} />
      <div className="flex flex-wrap items-center gap-2">
        {(["neutral", "accent", "ok", "warn", "danger"] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {s.stage}
          </Badge>
        ))}
        {s.stages.map((stage) => (
          <StageBadge key={stage.value} colour={stage.colour}>
            {stage.label}
          </StageBadge>
        ))}
      </div>
    </Card>
  );
}
