import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { createTranslator, type MessageKeys, type NestedKeyOf } from "next-intl";
import type { Language, Messages } from "@/messages";

export type { Language };

/** The path of a text, as `board.new.open`. */
export type Key = MessageKeys<Messages, NestedKeyOf<Messages>>;

type Values = Record<string, string | number | Date>;

/** The words of the interface in one language. */
export type Say = {
  /** A text of `messages/<language>`, as it reads with these values. */
  (key: Key, values?: Values): string;
  language: Language;
  /** The same to be looked for within other text: a value given as `some` may read anyhow. */
  like: (key: Key, values?: Values) => RegExp;
  /**
   * What the server declares in both languages, by its English: names of fields, stages, robots, actions. `where` is a
   * part of the file's path, for English that means several things. What stands in braces is filled in by its name.
   */
  declared: (english: string, { where, ...values }?: { where?: string } & Record<string, string>) => string;
};

/** Stands for a value that may be any. */
export const some = "\u2042";

const languages = new WeakMap<BrowserContext, Language>();

/** From here on helpers speak this language on the context's pages. */
export function speak(context: BrowserContext, language: Language): void {
  languages.set(context, language);
}

/** The language a page's flow goes in: English unless it was said otherwise. */
export function languageOf(page: Page): Language {
  return languages.get(page.context()) ?? "en";
}

/** The words of a page's language. */
export function wordsOf(page: Page): Say {
  return words[languageOf(page)];
}

const words: Record<Language, Say> = { en: wordsIn("en"), ru: wordsIn("ru") };

/** The messages as the app has them; modules of JSON are not loaded here as the app's bundler loads them. */
function messagesOf(language: Language): Messages {
  const files = readdirSync(join("messages", language));
  const texts = files.map((file) => [
    basename(file, ".json"),
    JSON.parse(readFileSync(join("messages", language, file), "utf8")),
  ]);
  return Object.fromEntries(texts);
}

function wordsIn(language: Language): Say {
  const messages = messagesOf(language);
  const fault = { onError: (error: Error) => raise(error.message) };
  const t = createTranslator({ locale: language, messages, ...fault });
  const say = (key: Key, values?: Values) => t(key, values as never);
  const like = (key: Key, values?: Values) =>
    new RegExp(
      say(key, values)
        .replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replaceAll(some, ".*"),
    );
  const declared: Say["declared"] = (english, { where = "", ...values } = {}) => {
    const found = pairs().filter((pair) => pair.en === english && pair.path.includes(where));
    const texts = [...new Set(found.map((pair) => pair[language]))];
    const [text = raise(`Nothing is declared as “${english}”`), ...others] = texts;
    if (others.length > 0) raise(`“${english}” is declared as ${texts.join(", ")}: say where`);
    return text.replaceAll(/\{\{ ?([\w.]+) ?\}\}/g, (braces, name: string) => values[name] ?? braces);
  };
  return Object.assign(say, { language, like, declared });
}

type Pair = { path: string; en: string; ru: string };

let declaredPairs: Pair[] | undefined;

/** Every text of the sources of the server that stands there in both languages. */
function pairs(): Pair[] {
  declaredPairs ??= readdirSync("server", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .flatMap((path) => pairsOf(join("server", path)));
  return declaredPairs;
}

const quoted = '"((?:[^"\\\\]|\\\\.)*)"';
const forms = [`\\ben:\\s*${quoted},\\s*ru:\\s*${quoted}`, `\\[\\s*${quoted},\\s*${quoted},?\\s*\\]`];

function pairsOf(path: string): Pair[] {
  const source = readFileSync(path, "utf8");
  return forms.flatMap((form) =>
    [...source.matchAll(new RegExp(form, "g"))].map(([, en = "", ru = ""]) => ({
      ...{ path, en: JSON.parse(`"${en}"`), ru: JSON.parse(`"${ru}"`) },
    })),
  );
}

function raise(message: string): never {
  throw new Error(message);
}
