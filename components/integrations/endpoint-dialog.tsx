"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { type Endpoint, everyEvent } from "@/server/webhooks/contract";
import { EndpointSecret } from "./endpoint-secret";
import { EventPicker } from "./event-picker";

type EndpointDialogProps = {
  /** Absent: a new one. */
  endpoint?: Endpoint;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade?: (id: string) => void;
};

/** Adds an address, or changes one. */
export function EndpointDialog(props: EndpointDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <EndpointForm {...props} />
    </Dialog>
  );
}

function EndpointForm({ endpoint, onOpenChange, onMade }: EndpointDialogProps) {
  const t = useTranslations("integrations.webhooks");
  const formId = useId();
  const { say, fields } = useRefusals();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const known = useQuery(trpc.webhooks.events.queryOptions());
  const [url, setUrl] = useState(endpoint?.url ?? "https://");
  const [description, setDescription] = useState(endpoint?.description ?? "");
  const [events, setEvents] = useState<readonly string[]>(endpoint?.events ?? [everyEvent]);
  const onSettled = () => cache.invalidateQueries(trpc.webhooks.list.queryFilter());
  const create = useMutation(
    trpc.webhooks.create.mutationOptions({
      onSettled,
      onSuccess: ({ id }) => {
        onOpenChange(false);
        onMade?.(id);
      },
    }),
  );
  const update = useMutation(
    trpc.webhooks.update.mutationOptions({
      onSettled,
      onSuccess: () => {
        onOpenChange(false);
        toast.success(t("saved"));
      },
    }),
  );
  const error = create.error ?? update.error;
  const found = fields(error);
  const at = (name: string) => found[name] ?? found[`changes.${name}`];
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = { url, description, events: [...events] };
    if (endpoint) update.mutate({ endpointId: endpoint.id, changes: values });
    else create.mutate(values);
  };
  return (
    <DialogContent
      title={t(endpoint ? "editTitle" : "newTitle")}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={create.isPending || update.isPending}>
          {t(endpoint ? "save" : "create")}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {error && Object.keys(found).length === 0 && <InlineAlert tone="danger">{say(error)}</InlineAlert>}
        <Field label={t("url")} hint={t("urlHint")} error={at("url")} required>
          <Input
            type="url"
            value={url}
            maxLength={2_000}
            autoComplete="off"
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
        <Field label={t("description")} error={at("description")}>
          <Input
            value={description}
            maxLength={200}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <EventPicker known={known.data ?? []} value={events} onChange={setEvents} error={at("events")} />
        {endpoint && <EndpointSecret endpointId={endpoint.id} />}
      </form>
    </DialogContent>
  );
}
