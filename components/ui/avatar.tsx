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
  const shape = cn(
    "inline-grid shrink-0 select-none place-items-center font-semibold text-ink",
    square ? "rounded-md" : "rounded-full",
    sizes[size],
    className,
  );
  const colour = stageColour(colourOf(seed ?? name));
  const style = { background: `color-mix(in oklab, ${colour} 32%, var(--surface))` };
  // A board shows hundreds: one element, and no image to wait for where there is none.
  if (!src)
    return (
      <span data-slot="avatar" role="img" aria-label={name} title={name} className={shape} style={style}>
        {initials(name)}
      </span>
    );
  return (
    <Primitive.Root data-slot="avatar" title={name} className={cn(shape, "overflow-hidden")}>
      <Primitive.Image src={src} alt={name} className="size-full object-cover" />
      <Primitive.Fallback
        role="img"
        aria-label={name}
        className="grid size-full place-items-center"
        style={style}
      >
        {initials(name)}
      </Primitive.Fallback>
    </Primitive.Root>
  );
}
