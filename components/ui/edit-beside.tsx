import { Pencil } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type EditBesideProps = { label: string; children: ReactNode } & Omit<ComponentProps<"button">, "children">;

/** What leads somewhere when it is pressed, and a quiet button beside it that edits. */
export function EditBeside({ label, children, className, disabled, ...button }: EditBesideProps) {
  return (
    <span className={cn("flex min-h-8 min-w-0 items-center gap-1 max-md:min-h-10", className)}>
      {children}
      {!disabled && (
        <button
          type="button"
          aria-label={label}
          title={label}
          {...button}
          className="grid size-7 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-ink/6 hover:text-ink max-md:size-10 [&_svg]:size-3.5"
        >
          <Pencil aria-hidden />
        </button>
      )}
    </span>
  );
}
