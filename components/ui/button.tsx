import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonVariants = cva(
  "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-accent text-accent-ink hover:bg-accent-hover",
        secondary: "bg-surface text-ink shadow-low hover:bg-sunken dark:bg-raised dark:hover:bg-line",
        soft: "bg-accent-soft text-accent-text hover:bg-accent-soft/70",
        ghost: "text-ink-muted hover:bg-ink/7 hover:text-ink",
        danger: "bg-danger text-danger-ink hover:bg-danger-hover",
        link: "h-auto! px-0! text-accent-text underline-offset-3 hover:underline",
      },
      size: {
        sm: "h-7 px-2 text-sm max-md:h-9",
        md: "h-8 px-3 text-base max-md:h-10",
        lg: "h-10 px-4 text-lg",
        icon: "size-8 max-md:size-10",
        "icon-sm": "size-7 max-md:size-9",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & { asChild?: boolean; pending?: boolean };

/** A button; `pending` shows a spinner over the label and refuses clicks, keeping the width. */
export function Button({ className, variant, size, asChild, pending, children, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root data-slot="button" className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      data-slot="button"
      type="button"
      {...props}
      className={classes}
      disabled={props.disabled || pending}
      aria-busy={pending || undefined}
    >
      {pending ? (
        <>
          <span className="contents [&>*]:invisible">
            <span className="invisible inline-flex items-center gap-1.5">{children}</span>
          </span>
          <Spinner className="absolute" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
