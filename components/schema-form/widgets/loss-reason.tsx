import type { WidgetProps } from "../widget";
import { Choice } from "./choice";

/** Why a deal was lost, out of the workspace's reasons. */
export function LossReasonWidget({ schema: _schema, sources, ...control }: WidgetProps) {
  return <Choice {...control} options={sources.lossReasons ?? []} />;
}
