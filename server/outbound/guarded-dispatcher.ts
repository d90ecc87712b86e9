import { lookup as resolve } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAllowedAddress } from "./addresses";

/** The name or address leads to where we do not go: a private, local or reserved network. */
export class AddressRefused extends Error {
  constructor(readonly host: string) {
    super(`Address refused: ${host}`);
    this.name = "AddressRefused";
  }
}

// The names are resolved here and the very addresses that were checked are dialed: a second answer of the name
// server, made to differ, is never asked for.
const guardedLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const refused = addresses.some(({ address }) => !isAllowedAddress(address));
    const [first] = addresses;
    if (refused || !first) return callback(new AddressRefused(host), []);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

const dial = buildConnector({ lookup: guardedLookup, timeout: 5_000 });

/** Dials checked addresses only; a literal address is never looked up, so it is checked by itself. */
export const guardedDispatcher = new Agent({
  connections: 20,
  pipelining: 0,
  headersTimeout: 10_000,
  bodyTimeout: 10_000,
  connect: (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && !isAllowedAddress(host)) return callback(new AddressRefused(host), null);
    dial(options, callback);
  },
});
