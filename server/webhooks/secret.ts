/** What a signing secret is sealed for: it opens for its own organization's webhooks alone. */
export function secretOf(organizationId: string) {
  return { organizationId, purpose: "webhook endpoint" };
}
