"use client";

import { useLocale } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import type { FormSchema } from "@/components/schema-form/schema";
import { SchemaForm } from "@/components/schema-form/schema-form";
import { Card, CardHeader } from "@/components/ui/card";
import { DatePicker } from "@/components/ui/date-picker";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { samples } from "./samples";

/** Fields with errors, and a form made of a schema with every widget. */
export function Forms() {
  const s = samples(useLocale());
  const [value, setValue] = useState<unknown>({ amount: 12500050, wait: 120, owner: "ilya", notify: true });
  const [date, setDate] = useState<string | null>("2026-12-04");
  return (
    <Card>
      <CardHeader title="Forms" />
      <div className="mb-4 grid gap-4 sm:grid-cols-2">
        <Field label={s.title} error={s.wrong} required>
          <Input />
        </Field>
        <Field label={s.closes}>
          <DatePicker value={date} onValueChange={setDate} />
        </Field>
      </div>
      <SchemaForm
        className="grid gap-4 sm:grid-cols-2"
        schema={schemaOf(s)}
        value={value}
        onChange={setValue}
        errors={{ stage: s.wrong }}
        sources={{
          members: s.people,
          stages: s.stages,
          fields: [{ value: "amount", label: s.amount }],
          variables: [{ value: "{{ deal.title }}", label: s.title }],
          currency: "RUB",
        }}
      />
    </Card>
  );
}

function schemaOf(s: ReturnType<typeof samples>) {
  const params = z.object({
    amount: z.int().meta({ label: s.amount, widget: "money" }),
    wait: z.int().meta({ label: s.wait, widget: "duration" }),
    owner: z.string().meta({ label: s.owner, widget: "member" }),
    stage: z.string().meta({ label: s.stage, widget: "stage" }),
    scope: z
      .enum(["own", "all"])
      .meta({ label: s.deals, options: { own: s.own, all: s.all } })
      .optional(),
    field: z.string().optional().meta({ label: s.more, widget: "field" }),
    body: z.string().optional().meta({ label: s.text, widget: "template", hint: s.hint }),
    headers: z.record(z.string(), z.string()).optional().meta({ label: s.json }),
    notify: z.boolean().default(false).meta({ label: s.notify, hint: s.hint }),
  });
  return z.toJSONSchema(params, { io: "input" }) as FormSchema;
}
