import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Fails with the rule and the elements of every accessibility fault on the screen as it stands. */
export async function expectNoAxeViolations(page: Page, screen: string): Promise<void> {
  // One frame, no other origins: the legacy mode is the one that also works where no second page can be opened.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, `accessibility of ${screen}`).toEqual([]);
}
