import { defined } from "../../../schemas/base/defined.ts";
import { phasesOfReviews } from "../../../domain/letters/about-clusters.ts";
import { moveLetter } from "../../../domain/letters/lifecycle.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { WrittenLetter } from "../letters/written-letter.ts";

/** Returns the version that a claimed letter states. One that may have left before keeps the version that it stated then. */
const claimedVersion = (letter: Letter, { statedVersion }: WrittenLetter): Pick<Letter, "statedVersion"> => {
  const version = letter.state === "unknown" ? (letter.statedVersion ?? statedVersion) : statedVersion;
  return version === undefined ? {} : { statedVersion: version };
};

/** The row of a letter as its sender claims it, with what was written. */
export const claimOf = (letter: Letter, written: WrittenLetter, at: Instant): Letter => {
  const { composed, to, name, contact, languagesTried, obligationRefs, names } = written;
  return {
    ...moveLetter(letter, "claimed", {
      at,
      address: to,
      ...defined({ recipientName: name }),
      contact,
      language: composed.language,
      ...(languagesTried === undefined ? {} : { languagesTried: [...languagesTried] }),
      subjectLine: composed.subject,
      reference: composed.reference,
    }),
    textKept: true,
    ...claimedVersion(letter, written),
    obligationRefs: [...obligationRefs],
    ...(names.length === 0 ? {} : { phases: phasesOfReviews(names) }),
  };
};
