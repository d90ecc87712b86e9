import { Avatar } from "@/components/ui/avatar";
import type { WidgetProps } from "../widget";
import { Choice } from "./choice";

/** A person of the workspace. */
export function MemberWidget({ schema: _schema, sources, ...control }: WidgetProps) {
  const options = (sources.members ?? []).map((member) => ({
    icon: <Avatar name={member.label} seed={member.value} size="xs" />,
    ...member,
  }));
  return <Choice {...control} options={options} />;
}
