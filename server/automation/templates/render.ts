import { AppError } from "@/server/platform";
import type { Json } from "../interpreter/definition";
import { askWorker, type TemplateAnswer } from "./worker";

/**
 * Fills a template in; what is absent becomes nothing. `html` escapes every value put in.
 * @throws TEMPLATE_INVALID
 */
export async function render(
  template: string,
  view: Record<string, Json>,
  as: "text" | "html",
): Promise<string> {
  if (isPlain(template)) return template;
  return filledOf(await askWorker({ template, view, as }));
}

/** @throws TEMPLATE_INVALID at the field when the text cannot be a template */
export async function assertTemplate(template: string, field: string): Promise<void> {
  if (!isPlain(template)) filledOf(await askWorker({ template, view: null, as: "text" }), field);
}

// Most texts have nothing to fill in, and say what they are without a thread. Longer ones meet the limits.
function isPlain(template: string): boolean {
  return template.length <= 100_000 && !/\{[{%]/.test(template);
}

function filledOf(answer: TemplateAnswer, field?: string): string {
  if ("filled" in answer) return answer.filled;
  throw new AppError("TEMPLATE_INVALID", { reason: answer.fault }, field === undefined ? {} : { field });
}
