import type { AnyAction } from "../define-action";
import type { Json } from "../interpreter/definition";
import { templateParams } from "../params";
import { assertTemplate, render } from "./render";

/** The action's parameters with their templates filled in. @throws TEMPLATE_INVALID */
export async function fillParams(
  action: AnyAction,
  params: Record<string, Json>,
  view: Record<string, Json>,
): Promise<Record<string, Json>> {
  const filled = { ...params };
  for (const name of templateParams(action.params)) {
    const template = params[name];
    if (typeof template === "string") filled[name] = await render(template, view, "text");
  }
  return filled;
}

/** @throws TEMPLATE_INVALID naming the parameter whose template has a mistake */
export async function assertTemplates(action: AnyAction, params: Record<string, unknown>): Promise<void> {
  for (const name of templateParams(action.params)) {
    const template = params[name];
    if (typeof template === "string") await assertTemplate(template, `params.${name}`);
  }
}
