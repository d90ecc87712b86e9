import { Switch } from "@/components/ui/switch";
import type { WidgetProps } from "../widget";

/** Yes or no; the form sets its label beside it. */
export function BooleanWidget(props: WidgetProps) {
  const {
    schema: _schema,
    value,
    onChange,
    sources: _sources,
    placeholder: _placeholder,
    ...control
  } = props;
  return <Switch {...control} checked={value === true} onCheckedChange={onChange} />;
}
