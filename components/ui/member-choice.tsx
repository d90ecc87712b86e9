import { Avatar } from "./avatar";
import type { ComboboxOption } from "./combobox";

/** A person as lists to choose from offer them. */
export function memberChoice({ id, name }: { id: string; name: string }): ComboboxOption {
  return { value: id, label: name, icon: <Avatar name={name} seed={id} size="xs" /> };
}
