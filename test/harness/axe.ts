import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What axe says of a page: rules that it breaks, each with the places, and how many it keeps. */
export interface AxeReport {
  readonly findings: readonly string[];
  readonly kept: number;
}

interface AxeOptions {
  /** What is not looked at, by a selector: what others made. */
  readonly except?: string;
  /** Rules that do not apply; all others do. */
  readonly without?: readonly string[];
}

/**
 * Holds a page, as it is shown now, against all rules of axe, recommendations too. What stands in a frame is a page of
 * its own. The page's context must let scripts in where the page itself allows none (`bypassCSP`).
 */
export const askAxe = async (page: Page, { except, without = [] }: AxeOptions = {}): Promise<AxeReport> => {
  await page.evaluate(axe.source);
  const context = JSON.stringify({ include: ["html"], exclude: except === undefined ? [] : [except] });
  const options = JSON.stringify({
    iframes: false,
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  });
  const { violations, passes } = await page.evaluate<Pick<AxeResults, "violations" | "passes">>(
    `axe.run(${context}, ${options})`,
  );
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.flat().join(" ")).join(" | ")}`,
  );
  return { findings, kept: passes.length };
};
