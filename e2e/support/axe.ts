import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** axe on a page. Only what it objects to is gathered: of what is sound, a long page has thousands of nodes. */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
}
