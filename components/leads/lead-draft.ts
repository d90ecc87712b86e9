import type { ApiInput } from "@/components/api/trpc";

/** A lead being written down: what it is about, who asks, and how to reach them. */
export const blankLead = { title: "", name: "", reach: "" };
export type LeadDraft = typeof blankLead;

/** The draft as it is sent; what has an at sign in it is an email, anything else a phone. */
export function leadFrom(
  { title, name, reach }: LeadDraft,
  stageId: string,
  custom: Record<string, unknown> | undefined,
): ApiInput["leads"]["create"] {
  const way = reach.trim();
  return {
    ...{ title, name, stageId, custom },
    ...(way && (way.includes("@") ? { emails: [way] } : { phones: [way] })),
  };
}
