import { type Relative, relativeSchema } from "@/server/filter/moments";

/** A time named from where one stands, as a choice in a list: the counted ones take a number beside it. */
export const momentChoices = [
  "today",
  "yesterday",
  "tomorrow",
  "this_week",
  "this_month",
  "this_quarter",
  "this_year",
  "last_week",
  "last_month",
  "last_quarter",
  "last_year",
  "next_week",
  "next_month",
  "last",
  "next",
  "ago",
  "ahead",
  "day",
] as const;
export type MomentChoice = (typeof momentChoices)[number];

export const countedUnits = ["day", "week", "month"] as const;
export type CountedUnit = (typeof countedUnits)[number];

/** A value as the control shows it. `text` is a day, or an instant written by hand. */
export type Moment =
  | { choice: Exclude<MomentChoice, "last" | "next" | "ago" | "ahead" | "day"> }
  | { choice: "last" | "next" | "ago" | "ahead"; count: number; unit: string }
  | { choice: "day"; text: string | null };

/** Reads a leaf's value; null for one that is no time, and for one the control cannot show. */
export function momentOf(value: unknown): Moment | null {
  if (typeof value === "string") return { choice: "day", text: value };
  const read = relativeSchema.safeParse(value);
  if (!read.success) return null;
  const { data } = read;
  if (data.relative === "now") return { choice: "today" };
  if (!("unit" in data)) return { choice: data.relative };
  if ("count" in data && data.count !== undefined) {
    return { choice: data.relative, count: data.count, unit: data.unit };
  }
  const named = momentChoices.find((choice) => choice === `${data.relative}_${data.unit}`);
  return named ? ({ choice: named } as Moment) : null;
}

/** The value of a leaf; undefined while the day is not chosen. */
export function valueOf(moment: Moment): Relative | string | undefined {
  if (moment.choice === "day") return "text" in moment ? (moment.text ?? undefined) : undefined;
  if ("count" in moment) {
    const { choice, count, unit } = moment;
    return relativeSchema.parse({ relative: choice, count, unit });
  }
  const [relative, unit] = moment.choice.split("_");
  return relativeSchema.parse(unit ? { relative, unit } : { relative });
}

/** What is shown first when a choice is picked. */
export function chosenMoment(choice: MomentChoice): Moment {
  if (choice === "day") return { choice, text: null };
  if (choice === "last" || choice === "next") return { choice, count: 30, unit: "day" };
  if (choice === "ago" || choice === "ahead") return { choice, count: 7, unit: "day" };
  return { choice };
}
