import { describe, expect, it } from "vitest";
import { messagesOf } from "@/messages";
import { operations } from "@/server/platform/permissions";

type Words = { roles: { operations: Record<string, string> } };

describe("the table of roles", () => {
  it.each(["en", "ru"] as const)("has words for every operation in %s", (language) => {
    const { roles } = (messagesOf(language) as { settings: Words }).settings;
    const keys = operations.map((operation) => operation.replace(".", "_"));
    expect(keys.filter((key) => !roles.operations[key])).toEqual([]);
    expect(Object.keys(roles.operations).sort()).toEqual(keys.sort());
  });
});
