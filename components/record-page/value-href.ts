import type { FieldInfo } from "@/server/fields/contract";

/** Where a value leads outside of the app: a site, a letter, a call. Null leads nowhere. */
export function valueHref(field: Pick<FieldInfo, "key" | "type">, value: unknown): string | null {
  if (typeof value !== "string") return null;
  if (field.type === "url") return siteHref(value);
  if (field.type !== "text") return null;
  if (field.key === "email") return mailHref(value);
  return field.key === "phone" ? phoneHref(value) : null;
}

/** A site's address, written with its scheme or without. Null for what is no page of the web. */
export function siteHref(value: string): string | null {
  const written = value.trim();
  const whole = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`;
  if (written === "" || !URL.canParse(whole)) return null;
  const { protocol, href } = new URL(whole);
  return protocol === "http:" || protocol === "https:" ? href : null;
}

/** A letter to an address and nothing else: no subject, no copies. */
export function mailHref(value: string): string | null {
  const address = value.trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  return `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
}

/** A call to a number, however it is written. */
export function phoneHref(value: string): string | null {
  const digits = value.replace(/\D/g, "");
  if (digits.length < 3) return null;
  return `tel:${value.trim().startsWith("+") ? "+" : ""}${digits}`;
}
