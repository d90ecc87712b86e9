/** What every control of a value takes; an undefined value is none yet. */
export type ControlProps = {
  value: unknown;
  onChange: (value: unknown) => void;
  control: {
    "aria-label": string;
    "aria-invalid"?: true | undefined;
    "aria-describedby"?: string | undefined;
    placeholder?: string;
  };
};
