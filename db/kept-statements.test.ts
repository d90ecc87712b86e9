import { describe, expect, it, vi } from "vitest";
import { keep, kept } from "./kept-statements";

const nameAfter = (text: string, times: number) =>
  Array.from({ length: times }, () => kept({ text })).at(-1) as { text: string; name?: string };

describe("a statement", () => {
  it.each([
    ['insert into "a" values ($1)', true],
    ['update "a" set b = $1', true],
    ["select 1 from a where id = $1 for update", true],
    ["select 1 from a for share of a", true],
    [`${keep} select 1`, true],
    [`select 1 from a where b = $1 ${keep} order by c`, true],
    ["select 1 from a where amount > $1 order by b limit 41", false],
    ["delete from a", false],
  ])("%s is kept from its third coming on: %s", (text, expected) => {
    expect(nameAfter(text, 2).name).toBeUndefined();
    expect(nameAfter(text, 1).name !== undefined).toBe(expected);
    expect(nameAfter(text, 1).name).toBe(nameAfter(text, 1).name);
  });

  it("is called the same by every copy of this module, and no other is called so", async () => {
    vi.resetModules();
    const copy = await import("./kept-statements");
    expect(copy.kept).not.toBe(kept);
    const asked = (text: string): { text: string; name?: string } => ({ text });
    const ofCopy = (text: string) => Array.from({ length: 3 }, () => copy.kept(asked(text)).name).at(-1);
    const [mine, other] = ["update a set c = $1", "update a set d = $1"];
    const name = nameAfter(mine, 3).name;
    expect(ofCopy(other)).not.toBe(name);
    expect(ofCopy(mine)).toBe(name);
    // Postgres cuts longer names off.
    expect(name?.length).toBeLessThan(64);
  });

  it("keeps a name it came with", () => {
    expect(kept({ text: "update a", name: "mine" }).name).toBe("mine");
  });
});
