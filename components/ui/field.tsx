"use client";

import { Slot } from "radix-ui";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  className?: string;
  /** One control; it receives id, aria-invalid, aria-required and aria-describedby. */
  children: ReactNode;
};

/** A control with its label, hint and error, tied together for screen readers. */
export function Field({ label, hint, error, required, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div data-slot="field" className={cn("flex min-w-0 flex-col gap-1", className)}>
      <Label htmlFor={id}>
        {label}
        {required && (
          <span aria-hidden className="ml-0.5 text-danger-text">
            *
          </span>
        )}
      </Label>
      <Slot.Root
        {...{
          id,
          "aria-invalid": error ? true : undefined,
          "aria-required": required || undefined,
          "aria-describedby": describedBy,
        }}
      >
        {children}
      </Slot.Root>
      {error && (
        <p id={errorId} role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-sm text-ink-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
