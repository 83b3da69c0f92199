import type { IntlMessageFormat } from "intl-messageformat";

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** The arguments of a message: names that are printed, and names that select a wording. */
export interface MessageArguments {
  readonly printed: ReadonlySet<string>;
  readonly selectors: ReadonlySet<string>;
}

/** The parser's number for an argument that is printed without change. */
const kinds: Readonly<Partial<Record<number, "argument">>> = { 1: "argument" };

/** Returns the names in braces of a parsed message, in all of its wordings. */
export const argumentsOf = (elements: Elements): MessageArguments => {
  const printed = new Set<string>();
  const selectors = new Set<string>();
  const visit = (some: Elements): void => {
    for (const element of some) {
      if ("options" in element) {
        selectors.add(element.value);
        for (const { value } of Object.values(element.options)) visit(value);
      } else if ("children" in element) visit(element.children);
      else if (kinds[element.type] === "argument" && "value" in element) printed.add(element.value);
    }
  };
  visit(elements);
  return { printed, selectors };
};
