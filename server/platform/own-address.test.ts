import { describe, expect, it, test } from "vitest";
import { isOwnHost, isOwnOrigin } from "./own-address";

describe("a server on one's own machine", () => {
  const appUrl = "http://localhost:3000";

  it.each(["localhost:3000", "127.0.0.1:3000", "192.168.1.5:3000", "[::1]:3000", "pult.localhost:3000"])(
    "answers to %s",
    (host) => expect(isOwnHost(host, appUrl)).toBe(true),
  );

  it.each(["evil.example:3000", "localhost.evil.example", "127.0.0.1.evil.example:3000", "", null])(
    "does not answer to %s",
    (host) => expect(isOwnHost(host, appUrl)).toBe(false),
  );

  it("answers to the name it was given in the local network", () => {
    expect(isOwnHost("10.0.0.7:3000", "http://10.0.0.7:3000")).toBe(true);
  });
});

test("a server with a public name leaves names to its proxy", () => {
  expect(isOwnHost("pult:3000", "https://crm.example.com")).toBe(true);
});

describe("a call's origin", () => {
  const sent = (origin?: string) =>
    new Headers({ host: "pult:3000", ...(origin === undefined ? {} : { origin }) });

  it.each([undefined, "https://crm.example.com", "http://pult:3000"])("%s is ours", (origin) =>
    expect(isOwnOrigin(sent(origin), "https://crm.example.com")).toBe(true),
  );

  it.each(["https://evil.example", "null", "http://crm.example.com", "https://crm.example.com.evil.example"])(
    "%s is not",
    (origin) => expect(isOwnOrigin(sent(origin), "https://crm.example.com")).toBe(false),
  );
});
