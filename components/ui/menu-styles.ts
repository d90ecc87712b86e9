/** The look shared by everything that floats: menus, popovers, lists of options. */
export const floating =
  "z-50 rounded-lg bg-raised text-ink shadow-high outline-none data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 data-[state=open]:zoom-in-98 duration-100";

/** A row of a menu or a list of options. */
export const menuItem =
  "relative flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 text-base outline-none data-highlighted:bg-ink/7 data-disabled:pointer-events-none data-disabled:opacity-45 data-[variant=danger]:text-danger-text data-[variant=danger]:data-highlighted:bg-danger-soft [&_svg]:size-4 [&_svg]:shrink-0 [&>svg]:text-ink-muted data-[variant=danger]:[&>svg]:text-danger-text max-md:min-h-10";

/** The caption over a group of rows. */
export const menuLabel = "px-2 pt-2 pb-1 text-xs font-semibold text-ink-faint";

/** A row of a cmdk list, which always has data-disabled and data-selected, as "true" or "false". */
export const commandItem =
  "relative flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 text-base outline-none data-[selected=true]:bg-ink/7 data-[disabled=true]:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0 [&>svg]:text-ink-muted max-md:min-h-10";
