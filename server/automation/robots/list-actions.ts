import { z } from "zod";
import { dealFields } from "@/server/crm/deals";
import { authorize, type Context } from "@/server/platform";
import type { ActionInfo, FieldInfo } from "../contract";
import { actions } from "../registry";

/** Every action with the form of its parameters, and the fields that conditions and dates may name. */
export function listActions(ctx: Context): { actions: ActionInfo[]; fields: FieldInfo[] } {
  authorize(ctx, "automation.view");
  return {
    actions: actions.map(({ type, label, hint, icon, params }) => ({
      type,
      label,
      hint,
      icon,
      schema: z.toJSONSchema(params, { io: "input" }),
    })),
    fields: dealFields.map(({ key, type, label, editable }) => ({ key, type, label, editable })),
  };
}
