import { describe, expect, it } from "vitest";
import { messagesOf } from "./index";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === "string") texts.set(at, value);
    else for (const [inner, text] of flat(value, at)) texts.set(inner, text);
  }
  return texts;
}

// The names a text takes, as `{name}` or `{count, plural, …}` say them; branches inside plurals are not names.
function placeholders(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/(?<!(?:\b(?:zero|one|two|few|many|other)|=\d+)\s*)\{(\w+)\s*[,}]/g)].map(
        (match) => match[1] ?? "",
      ),
    ),
  ].sort();
}

const [en, ru] = [flat(messagesOf("en")), flat(messagesOf("ru"))];

describe("messages", () => {
  it("say the same things in both languages", () => {
    expect([...ru.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("are never empty", () => {
    expect([...en, ...ru].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("take the same values in both languages", () => {
    const differing = [...en].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(ru.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are Russian in Russian", () => {
    // Names and examples that are the same in every language.
    const same = /^[^\p{L}]*$|^(Pult|English|Русский|API|HTTP|CRM|SMS|Email|URL|JSON|B2B)\b/u;
    const english = [...ru].filter(([, text]) => !/\p{Script=Cyrillic}/u.test(text) && !same.test(text));
    const copied = english.filter(
      ([key, text]) => en.get(key) === text && /[a-z]{4,}/i.test(text.replace(/\{[^}]*\}/g, "")),
    );
    expect(copied.map(([key]) => key)).toEqual([]);
  });
});
