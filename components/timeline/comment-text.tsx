"use client";

import { useDirectory } from "@/components/deals/use-directory";
import { partsOf } from "@/server/crm/comments/contract";

/** What a comment says, colleagues' names standing out. */
export function CommentText({ text }: { text: string }) {
  const { member } = useDirectory();
  return partsOf(text).map((part, place) =>
    "text" in part ? (
      part.text
    ) : (
      <span key={place} className="font-medium text-accent-text">
        @{member(part.memberId) ?? "…"}
      </span>
    ),
  );
}
