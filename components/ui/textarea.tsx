import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A text area that grows with its text up to a third of the screen. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(
        "control block field-sizing-content h-auto! max-h-[33dvh] min-h-16 resize-y py-1.5 leading-5",
        className,
      )}
      {...props}
    />
  );
}
