import { z } from "zod";
import { text } from "@/server/platform/text";
import type { Label } from "./define-action";

type Look = { label: Label; hint?: Label; placeholder?: Label };

/** Text with liquid templates in it, as `{{ deal.title }}`. Blank is refused unless `optional`. */
export function template(max: number, look: Look) {
  return text(max)
    .min(1)
    .meta({ ...look, widget: "template", maxLength: max });
}

/** As `template`, and may be left blank. */
export function optionalTemplate(max: number, look: Look) {
  return text(max)
    .optional()
    .meta({ ...look, widget: "template", maxLength: max });
}

/** A member; null or absent stands for the record's owner. */
export function memberOrOwner(look: Look) {
  return z
    .uuid()
    .nullish()
    .meta({ ...look, widget: "member" });
}

/** Minutes, as a length of time. */
export function duration(look: Look) {
  return z
    .number()
    .int()
    .min(0)
    .max(5_270_400)
    .optional()
    .meta({ ...look, widget: "duration" });
}

/** One of a few named values. */
export function choice<const T extends readonly [string, ...string[]]>(
  values: T,
  options: Record<T[number], Label>,
  look: Look,
) {
  return z.enum(values).meta({ ...look, widget: "select", options });
}

/** A stage to move to, and the reason that a lost one asks for. */
export function destination() {
  return {
    stageId: z.uuid().meta({ label: { en: "Stage", ru: "Стадия" }, widget: "stage" }),
    lossReasonId: z
      .uuid()
      .nullish()
      .meta({
        label: { en: "Loss reason", ru: "Причина отказа" },
        hint: { en: "For a lost stage", ru: "Для стадии отказа" },
        widget: "lossReason",
      }),
  };
}

/** The names of the parameters that hold templates. */
export function templateParams(params: z.ZodObject): string[] {
  const widgetOf = (schema: unknown) => (schema instanceof z.ZodType ? schema.meta()?.widget : undefined);
  return Object.entries(params.shape)
    .filter(([, schema]) => widgetOf(schema) === "template")
    .map(([name]) => name);
}
