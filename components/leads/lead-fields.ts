/** Texts of a lead that are edited where they stand, in the order of its card. */
export const leadTexts = ["name", "phone", "email", "companyName"] as const;
export type LeadText = (typeof leadTexts)[number];

/** Where an enquiry came from: read on its card, filled by forms and links. */
export const leadOrigins = [
  "utmSource",
  "utmMedium",
  "utmCampaign",
  "utmContent",
  "utmTerm",
  "page",
  "referrer",
] as const;

/** What a stage of leads may require. */
export const leadRequirable = [...leadTexts, "ownerId", "sourceId", "amountMinor"] as const;
export type LeadRequirable = (typeof leadRequirable)[number];

export function isLeadText(key: string): key is LeadText {
  return leadTexts.some((known) => known === key);
}

export function isRequirable(key: string): key is LeadRequirable {
  return leadRequirable.some((known) => known === key);
}
