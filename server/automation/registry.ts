import { createActivity } from "./actions/create-activity";
import { httpRequest } from "./actions/http-request";
import { moveDeal } from "./actions/move-deal";
import { moveRecord } from "./actions/move-record";
import { notifyMember } from "./actions/notify-member";
import { sendEmail } from "./actions/send-email";
import { sendInvoice } from "./actions/send-invoice";
import { setField } from "./actions/set-field";
import type { AnyAction } from "./define-action";

/** Every action, in the order the editor offers them. A new one is a file and a line here. */
export const actions: readonly AnyAction[] = [
  createActivity,
  sendEmail,
  sendInvoice,
  notifyMember,
  setField,
  moveRecord,
  moveDeal,
  httpRequest,
];

/** The action of a type; undefined when there is none (any more). */
export function actionOf(type: string): AnyAction | undefined {
  return actions.find((action) => action.type === type || action.formerly === type);
}

/** What an action is called now; the type itself for one that is not there any more. */
export function currentType(type: string): string {
  return actionOf(type)?.type ?? type;
}
