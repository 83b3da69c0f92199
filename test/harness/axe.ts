import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** The report of axe about a page: violated rules, each with the places, and the number of passed rules. */
export interface AxeReport {
  readonly findings: readonly string[];
  readonly kept: number;
}

interface AxeOptions {
  /** A selector of elements that are not checked, because others made them. */
  readonly except?: string;
  /** Rules that do not apply; all others do. */
  readonly without?: readonly string[];
}

/**
 * Checks a page in its present state against all rules of axe, recommendations included. The content of a frame is a
 * page of its own. The page's context must permit scripts even if the page forbids them (`bypassCSP`).
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
