import { defineEvent } from "@/server/platform";

/** About either of the two records; `other…` is the one at the other end. */
type About = {
  linkId: string;
  otherId: string;
  otherEntity: string;
  otherTitle: string;
  role: string | null;
};

export const linkAdded = defineEvent<About>("link.added", "deal");
export const linkRemoved = defineEvent<About>("link.removed", "deal");
export const linkChanged = defineEvent<About>("link.changed", "deal");
