import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { stageColour } from "./stage-colours";

const badgeVariants = cva(
  "inline-flex h-5 max-w-full items-center gap-1 truncate rounded-sm px-1.5 text-sm font-medium [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-ink/7 text-ink-muted",
        accent: "bg-accent-soft text-accent-text",
        ok: "bg-ok-soft text-ok-text",
        warn: "bg-warn-soft text-warn-text",
        danger: "bg-danger-soft text-danger-text",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** A short state or count. */
export function Badge({
  className,
  tone,
  ...props
}: ComponentProps<"span"> & VariantProps<typeof badgeVariants>) {
  return <span data-slot="badge" className={cn(badgeVariants({ tone }), className)} {...props} />;
}

/** A stage's name behind a dot of its colour. */
export function StageBadge({
  colour,
  className,
  children,
  ...props
}: ComponentProps<"span"> & { colour: string }) {
  return (
    <span
      data-slot="stage-badge"
      className={cn("inline-flex min-w-0 max-w-full items-center gap-1.5", className)}
      {...props}
    >
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-full"
        style={{ background: stageColour(colour) }}
      />
      <span className="truncate">{children}</span>
    </span>
  );
}
