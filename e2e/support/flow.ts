import {
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type TestInfo,
} from "@playwright/test";
import { type Language, type Say, speak, wordsOf } from "./words";

type Speaking = { language: Language; say: Say };

/** Tests whose page speaks a language: what it is signed up in, and what `say` says. */
export const test = base.extend<Speaking>({
  language: ["en", { option: true }],
  locale: async ({ language }, use) => use(language === "ru" ? "ru-RU" : "en-GB"),
  context: async ({ context, language }, use) => {
    speak(context, language);
    await use(context);
  },
  say: async ({ page }, use) => use(wordsOf(page)),
});

type Run = (
  args: PlaywrightTestArgs & PlaywrightTestOptions & PlaywrightWorkerArgs & Speaking,
  info: TestInfo,
) => Promise<void>;

/** `E2E_LANGUAGES=en,ru`: every flow in each of these. */
const asked = process.env.E2E_LANGUAGES?.split(",").filter((one) => one === "en" || one === "ru");

/**
 * A flow that can be gone through in either language, since its words come from the messages. It is gone through in its
 * own one, `home`, so that about half of all flows are in each; with `E2E_LANGUAGES` in all that are named.
 */
export function flow(title: string, home: Language, run: Run): void {
  for (const language of asked ?? [home]) {
    test.describe(language, () => {
      test.use({ language });
      test(title, run);
    });
  }
}
