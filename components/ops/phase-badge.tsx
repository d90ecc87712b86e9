import { Ban, CircleCheck, CircleDashed, Clock, OctagonAlert, RefreshCw, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { Phase } from "@/server/operations/contract";

type Look = { tone: NonNullable<ComponentProps<typeof Badge>["tone"]>; icon: ReactNode };

const looks: Record<Phase, Look> = {
  queued: { tone: "neutral", icon: <CircleDashed aria-hidden /> },
  running: {
    tone: "accent",
    icon: <RefreshCw aria-hidden className="animate-spin [animation-duration:2s]" />,
  },
  retrying: { tone: "warn", icon: <RotateCcw aria-hidden /> },
  waiting: { tone: "accent", icon: <Clock aria-hidden /> },
  completed: { tone: "ok", icon: <CircleCheck aria-hidden /> },
  failed: { tone: "danger", icon: <OctagonAlert aria-hidden /> },
  cancelled: { tone: "neutral", icon: <Ban aria-hidden /> },
};

/** What is happening to a run, by word, icon and colour. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const t = useTranslations("ops.phase");
  const { tone, icon } = looks[phase];
  return (
    <Badge tone={tone}>
      {icon}
      {t(phase)}
    </Badge>
  );
}
