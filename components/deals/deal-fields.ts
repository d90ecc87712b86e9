/** Fields a person edits by a control; the title has a place of its own. */
export const dealFieldKeys = [
  "amountMinor",
  "contactId",
  "companyId",
  "ownerId",
  "sourceId",
  "closesAt",
] as const;
export type DealFieldKey = (typeof dealFieldKeys)[number];

export function isDealField(key: string): key is DealFieldKey {
  return dealFieldKeys.some((known) => known === key);
}
