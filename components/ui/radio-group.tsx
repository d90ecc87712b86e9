"use client";

import { RadioGroup as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

/** A group of `RadioItem`s of which one is chosen. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root data-slot="radio-group" className={cn("flex flex-col gap-2", className)} {...props} />
  );
}

type RadioItemProps = ComponentProps<typeof Primitive.Item> & { label: ReactNode; hint?: ReactNode };

/** One choice; `hint` explains it in a second line. */
export function RadioItem({ className, label, hint, ...props }: RadioItemProps) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-2", props.disabled && "opacity-50")}>
      <Primitive.Item
        data-slot="radio-item"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={cn(
          "mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface hover:border-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent max-md:size-5",
          className,
        )}
        {...props}
      >
        <Primitive.Indicator className="size-1.5 rounded-full bg-accent-ink" />
      </Primitive.Item>
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
