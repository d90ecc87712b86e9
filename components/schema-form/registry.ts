import type { Widget } from "./widget";
import { BooleanWidget } from "./widgets/boolean";
import { DurationWidget } from "./widgets/duration";
import { FieldWidget } from "./widgets/field";
import { JsonWidget } from "./widgets/json";
import { LossReasonWidget } from "./widgets/loss-reason";
import { MemberWidget } from "./widgets/member";
import { MoneyWidget } from "./widgets/money";
import { NumberWidget } from "./widgets/number";
import { SelectWidget } from "./widgets/select";
import { StageWidget } from "./widgets/stage";
import { TemplateWidget } from "./widgets/template";
import { TextWidget } from "./widgets/text";

/** Widgets by the name that a schema's meta gives; a new one is a file and a line here. */
export const widgets: Readonly<Record<string, Widget>> = {
  boolean: BooleanWidget,
  duration: DurationWidget,
  enum: SelectWidget,
  field: FieldWidget,
  json: JsonWidget,
  lossReason: LossReasonWidget,
  member: MemberWidget,
  money: MoneyWidget,
  number: NumberWidget,
  select: SelectWidget,
  stage: StageWidget,
  template: TemplateWidget,
  text: TextWidget,
};
