"use client";

import { Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ListField } from "./use-list-fields";

const groupable = ["list", "member", "stage", "pipeline", "source", "loss_reason", "checkbox"];

type GroupMenuProps = {
  fields: readonly ListField[];
  value: string | null;
  onChange: (key: string | null) => void;
};

/** By which field of few values the list is laid out in groups. */
export function GroupMenu({ fields, value, onChange }: GroupMenuProps) {
  const t = useTranslations("records.groups");
  const offered = fields.filter((field) => field.filterable && groupable.includes(field.type));
  if (offered.length === 0) return null;
  const current = offered.find((field) => field.key === value);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          aria-label={current ? t("by", { field: current.label }) : t("open")}
          title={current ? t("by", { field: current.label }) : t("open")}
          variant={current ? "soft" : "secondary"}
        >
          <Rows3 />
          {current && <span className="max-md:hidden">{current.label}</span>}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuRadioGroup value={value ?? ""} onValueChange={(key) => onChange(key || null)}>
          <DropdownMenuRadioItem value="">{t("none")}</DropdownMenuRadioItem>
          {offered.map((field) => (
            <DropdownMenuRadioItem key={field.key} value={field.key}>
              {field.label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
