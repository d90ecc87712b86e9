import { describe, expect, it } from "vitest";
import { isMark, markOf, seal, unseal } from "./secrets";

const owner = { organizationId: "a", purpose: "webhook" };

describe("a sealed secret", () => {
  it("opens as it was, and never looks the same twice", () => {
    expect(unseal(owner, seal(owner, "ключ"))).toBe("ключ");
    expect(seal(owner, "x")).not.toBe(seal(owner, "x"));
    expect(seal(owner, "whsec")).not.toContain("whsec");
  });

  it("opens for nobody else, for nothing else, and not when a bit changed", () => {
    const sealed = seal(owner, "secret");
    expect(() => unseal({ ...owner, organizationId: "b" }, sealed)).toThrow();
    expect(() => unseal({ ...owner, purpose: "other" }, sealed)).toThrow();
    const [version, nonce, tag, body] = sealed.split(".");
    const turned = Buffer.from(String(body), "base64url");
    turned[0] = (turned[0] ?? 0) ^ 1;
    expect(() => unseal(owner, [version, nonce, tag, turned.toString("base64url")].join("."))).toThrow();
    expect(() => unseal(owner, "v1.x")).toThrow();
  });
});

it("marks the same parts alike and others otherwise", () => {
  expect(isMark(markOf("link", "a", 1), markOf("link", "a", 1))).toBe(true);
  expect(isMark(markOf("link", "a", 1), markOf("link", "a", 2))).toBe(false);
  expect(isMark(markOf("link", "a", "1"), markOf("pay", "a", "1"))).toBe(false);
  expect(isMark(Buffer.alloc(0), markOf("link", "a", 1))).toBe(false);
});
