import { z } from "zod";
import { languages, timeZone } from "@/server/identity/contract";
import { currency } from "@/server/platform/money";
import { requiredText } from "@/server/platform/text";

export const industries = ["b2b_services", "online_shop", "agency", "construction", "blank"] as const;
export type Industry = (typeof industries)[number];

export const CreateWorkspace = z.strictObject({
  name: requiredText(80),
  timeZone,
  currency,
  language: z.enum(languages),
  industry: z.enum(industries),
  sampleData: z.boolean(),
});
export type CreateWorkspace = z.output<typeof CreateWorkspace>;
