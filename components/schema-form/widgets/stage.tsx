import { stageColour } from "@/components/ui/stage-colours";
import type { WidgetProps } from "../widget";
import { Choice } from "./choice";

/** A stage, with its colour. */
export function StageWidget({ schema: _schema, sources, ...control }: WidgetProps) {
  const options = (sources.stages ?? []).map(({ colour, ...stage }) => ({
    icon: <span className="size-2 shrink-0 rounded-full" style={{ background: stageColour(colour) }} />,
    ...stage,
  }));
  return <Choice {...control} options={options} />;
}
