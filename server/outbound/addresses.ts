import ipaddr from "ipaddr.js";

/** May this IP address be called? Only public unicast ones; loopback as well where a test's server lives there. */
export function isAllowedAddress(address: string): boolean {
  const literal = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(literal)) return false;
  // An IPv4 address dressed as IPv6 is judged as what it is.
  const range = ipaddr.process(literal).range();
  if (range === "loopback") return process.env.PULT_HTTP_ALLOW_PRIVATE === "1";
  return range === "unicast";
}
