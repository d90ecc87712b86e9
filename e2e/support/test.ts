import { test as base } from "@playwright/test";
import { type Language, type Say, speak, wordsOf } from "./words";

/**
 * A test of a flow, whose words come from the messages: `say` says them in the language of the run, in which the page's
 * workspace is made. Its tag, `@en` or `@ru`, is the language it is at home in: the one that `npm test` goes through.
 */
export const test = base.extend<{ say: Say }, { language: Language }>({
  language: ["en", { option: true, scope: "worker" }],
  locale: async ({ language }, use) => use(language === "ru" ? "ru-RU" : "en-GB"),
  context: async ({ context, language }, use) => {
    speak(context, language);
    await use(context);
  },
  say: async ({ page }, use) => use(wordsOf(page)),
});
