/** Texts of a lead that are typed. */
export const leadTexts = ["name", "phone", "email", "companyName"] as const;
type LeadText = (typeof leadTexts)[number];

/** What a stage of leads may require. */
export const leadRequirable = [...leadTexts, "ownerId", "sourceId", "amountMinor"] as const;
export type LeadRequirable = (typeof leadRequirable)[number];

export function isLeadText(key: string): key is LeadText {
  return leadTexts.some((known) => known === key);
}

export function isRequirable(key: string): key is LeadRequirable {
  return leadRequirable.some((known) => known === key);
}
