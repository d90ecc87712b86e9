import { Liquid } from "liquidjs";
import { AppError } from "@/server/platform";
import type { Json } from "../interpreter/definition";

// No files: `include`, `render` and `layout` find an empty set. Limits end a poisoned template early.
const limits = { parseLimit: 100_000, renderLimit: 500, memoryLimit: 2_000_000 };
const options = {
  ...limits,
  templates: {},
  ownPropertyOnly: true,
  dynamicPartials: false,
  cache: false,
} as const;
const engines = { text: new Liquid(options), html: new Liquid({ ...options, outputEscape: "escape" }) };

/**
 * Fills a template in; what is absent becomes nothing. `html` escapes every value put in.
 * @throws TEMPLATE_INVALID
 */
export async function render(
  template: string,
  view: Record<string, Json>,
  as: "text" | "html",
): Promise<string> {
  try {
    const filled: unknown = await engines[as].parseAndRender(template, view);
    return String(filled);
  } catch (error) {
    throw refusal(error);
  }
}

/** @throws TEMPLATE_INVALID at the field when the text cannot be a template */
export function assertTemplate(template: string, field: string): void {
  try {
    engines.text.parse(template);
  } catch (error) {
    throw refusal(error, field);
  }
}

// Nothing but the engine runs above, so that whatever it throws, limits included, is about the template.
function refusal(error: unknown, field?: string): AppError {
  const reason = error instanceof Error ? error.message.slice(0, 200) : "";
  return new AppError("TEMPLATE_INVALID", { reason }, field === undefined ? {} : { field });
}
