import type { NoiseKind } from "@/server/pipelines/contract";
import type { StageColour } from "@/server/platform/palette";

/** A text in both languages, English first. */
export type Both = readonly [en: string, ru: string];

export type StageTemplate = {
  name: Both;
  colour: StageColour;
  outcome?: "won" | "lost";
  requires?: readonly ("amountMinor" | "contactId" | "closesAt")[];
  robots?: readonly RobotTemplate[];
};

/** A robot of a stage; the text parameters are templates over the record. */
export type RobotTemplate = {
  name: Both;
  afterMinutes?: number;
  action:
    | { type: "task"; title: Both; dueInMinutes: number }
    | { type: "notify"; text: Both }
    | { type: "email"; subject: Both; body: Both };
};

/** What a workspace starts with. Sample amounts are in whole units of its currency. */
export type IndustryTemplate = {
  pipeline: Both;
  stages: readonly StageTemplate[];
  lossReasons: readonly { name: Both; class: "real" | "technical"; leadKind?: NoiseKind }[];
  sources: readonly Both[];
  samples: readonly {
    title: Both;
    company?: Both;
    contact: Both;
    amount: number;
    stage: number;
    source: number;
  }[];
};

/** How enquiries are worked, with a few of them to begin with. */
export type LeadTemplate = {
  pipeline: Both;
  stages: readonly StageTemplate[];
  samples: readonly {
    title: Both;
    name: Both;
    company?: Both;
    comment?: Both;
    stage: number;
    source: number;
    campaign?: string;
  }[];
};
