import type { IntlMessageFormat } from "intl-messageformat";

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

/** What a message asks for: names that are printed, and names by which it chooses between wordings. */
export interface MessageArguments {
  readonly printed: ReadonlySet<string>;
  readonly selectors: ReadonlySet<string>;
}

/** An argument that is printed as it is, as the parser numbers the kinds of elements. */
const kinds: Readonly<Partial<Record<number, "argument">>> = { 1: "argument" };

/** The names in braces of a message that was parsed, in all of its wordings. */
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
