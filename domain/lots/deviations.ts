import type { LotsDeviation } from "../../schemas/model/lots.ts";
import type { Violation } from "./rules.ts";

/** The parties and violations that the reasons for a drawing outside refer to. */
interface Judged {
  /** Rules that it breaks for a party without a reason for that rule and party. */
  readonly unexplained: readonly Violation[];
  /** The reasons for rules that it breaks; one for what it does not break is none. */
  readonly accepted: readonly LotsDeviation[];
}

/** Holds the reasons that were given against the rules that a drawing breaks. */
export const judgeDeviations = (broken: readonly Violation[], deviations: readonly LotsDeviation[]): Judged => {
  const isAbout = ({ rule, party }: LotsDeviation, violation: Violation): boolean =>
    violation.rule === rule && violation.party === party;
  return {
    unexplained: broken.filter((violation) => !deviations.some((each) => isAbout(each, violation))),
    accepted: deviations.filter((each) => broken.some((violation) => isAbout(each, violation))),
  };
};
