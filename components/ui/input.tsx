import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A one-line text input. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input data-slot="input" type={type} className={cn("control", className)} {...props} />;
}

/** An input with something before or after the text: an icon, a unit, a button. */
export function InputGroup({
  before,
  after,
  className,
  children,
}: {
  before?: ReactNode;
  after?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      data-slot="input-group"
      className={cn(
        "control flex items-center gap-2 text-ink-muted [&_svg]:size-4 [&_svg]:shrink-0",
        className,
      )}
    >
      {before}
      {children}
      {after}
    </div>
  );
}

/** The bare input inside an `InputGroup`. */
export function GroupInput({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      data-slot="group-input"
      type={type}
      className={cn(
        "h-full w-full min-w-0 bg-transparent text-ink outline-none placeholder:text-ink-faint",
        className,
      )}
      {...props}
    />
  );
}
