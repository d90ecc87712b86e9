import type { Context } from "@/server/platform";

/** Until then the wake that is on its way should have come; afterwards the sweep sends another. */
export function wakeAgainAt(ctx: Context): Date {
  return new Date(ctx.now().getTime() + 60_000);
}
