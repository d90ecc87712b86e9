"use client";

import { Avatar as Primitive } from "radix-ui";
import { cn } from "./cn";
import { colourOf, initials } from "./initials";
import { stageColour } from "./stage-colours";

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-6 text-[0.625rem]",
  md: "size-8 text-sm",
  lg: "size-12 text-lg",
};

type AvatarProps = {
  name: string;
  /** What the colour is derived from; the id, so that a rename keeps it. */
  seed?: string;
  src?: string | null;
  size?: keyof typeof sizes;
  square?: boolean;
  className?: string;
};

/** A person's or a workspace's picture, else initials on a colour of their own. */
export function Avatar({ name, seed, src, size = "sm", square, className }: AvatarProps) {
  const colour = stageColour(colourOf(seed ?? name));
  return (
    <Primitive.Root
      data-slot="avatar"
      title={name}
      className={cn(
        "inline-flex shrink-0 select-none overflow-hidden font-semibold",
        square ? "rounded-md" : "rounded-full",
        sizes[size],
        className,
      )}
    >
      {src && <Primitive.Image src={src} alt={name} className="size-full object-cover" />}
      <Primitive.Fallback
        className="grid size-full place-items-center text-ink"
        style={{ background: `color-mix(in oklab, ${colour} 32%, var(--surface))` }}
      >
        <span aria-hidden>{initials(name)}</span>
        <span className="sr-only">{name}</span>
      </Primitive.Fallback>
    </Primitive.Root>
  );
}
