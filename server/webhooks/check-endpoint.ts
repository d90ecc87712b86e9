import { isIP } from "node:net";
import { isAllowedAddress } from "@/server/outbound";
import { AppError } from "@/server/platform";
import { everyEvent } from "./contract";
import { publicEvents } from "./public-events";

/**
 * An address that may be called: https, without a name and password, not of a private network. What its name leads to
 * is checked again whenever it is dialed. @throws HTTP_ADDRESS_REFUSED, INVALID at `url`
 */
export function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.href.length > 2_000)
    throw new AppError("INVALID", {}, { field: "url" });
  const refused = new AppError("HTTP_ADDRESS_REFUSED", { host: url.hostname }, { field: "url" });
  // Loopback is called in tests only, and there without a certificate.
  const isPlain = url.protocol === "http:" && process.env.PULT_HTTP_ALLOW_PRIVATE === "1";
  if (url.protocol !== "https:" && !isPlain) throw refused;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isAllowedAddress(host)) throw refused;
  return url.href;
}

/** Event names that there are, each once. @throws INVALID at `events` */
export function checkedEvents(names: readonly string[]): string[] {
  if (names.includes(everyEvent)) return [everyEvent];
  const known = publicEvents();
  if (names.some((name) => !known.includes(name))) throw new AppError("INVALID", {}, { field: "events" });
  return [...new Set(names)].toSorted();
}
