import type { Path } from "./path";
import type { FormSources } from "./widget";

/** The form that a field belongs to. */
export type FormAccess = {
  errors: Readonly<Record<string, string>>;
  sources: FormSources;
  disabled: boolean | undefined;
  read: (path: Path) => unknown;
  write: (path: Path, value: unknown) => void;
};
