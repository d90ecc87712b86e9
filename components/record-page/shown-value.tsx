"use client";

import type { FieldInfo } from "@/server/fields/contract";
import { valueHref } from "./value-href";
import { OutsideLink, RecordLink } from "./value-link";

/** A field's value in words; a record, a site, an address or a number among them can be followed. */
export function ShownValue({ field, value, text }: { field: FieldInfo; value: unknown; text: string }) {
  const href = valueHref(field, value);
  if (href) {
    return (
      <OutsideLink href={href} className="break-words">
        {text}
      </OutsideLink>
    );
  }
  if (field.type === "link" && field.linksTo && typeof value === "string") {
    return (
      <RecordLink entity={field.linksTo} id={value} className="break-words">
        {text}
      </RecordLink>
    );
  }
  if (field.type === "number") return <span className="tabular">{text}</span>;
  return <span className="break-words whitespace-pre-line">{text}</span>;
}
