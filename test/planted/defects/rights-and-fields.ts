import type { Defect } from "../defect.ts";

/** Who may do what, in which relation, and who sees which field. */
export const rightsAndFields: readonly Defect[] = [
  {
    name: "rights: a mission acts for every party of a review in which it has a seat",
    file: "domain/review/services.ts",
    from: ".filter((one) => party === undefined || party === one.party)",
    to: '.filter((one) => party === undefined || party === one.party || one.as === "mission")',
    suites: ["test/domain/review/permissions.test.ts"],
  },
  {
    name: "rights: the mandate of a colleague counts as one's own",
    file: "domain/review/services.ts",
    from: "if (user !== actor.id || seat === undefined)",
    to: "if (party !== actor.party || seat === undefined)",
    suites: ["test/domain/review/permissions.test.ts"],
  },
  {
    name: "rights: an additional reviewer counts as a party under review",
    file: "domain/review/services.ts",
    from: `(role === "under-review" ? "under-review" : "reviewing")`,
    to: `(role === "reviewing" ? "reviewing" : "under-review")`,
    suites: ["test/domain/review/rights.test.ts"],
  },
  {
    name: "rights: a mandate is still in force at the instant at which it ends",
    file: "domain/review/mandates.ts",
    from: "since <= at && (until === undefined || at < until)",
    to: "since <= at && (until === undefined || at <= until)",
    suites: ["test/domain/review/mandates-ahead.test.ts"],
  },
  {
    name: "rights: experts submit answers, which only focal points may",
    file: "domain/review/permissions.ts",
    from: `"answers.submit": { by: ["focal-point/under-review", "recorder/under-review"], in: answeringStages }`,
    to: `"answers.submit": { by: ["focal-point/under-review", "expert/under-review", "recorder/under-review"], in: answeringStages }`,
    suites: ["test/domain/review/questionnaire.test.ts"],
  },
  {
    name: "rights: who may not read a review learns that it exists",
    file: "domain/review/permissions.ts",
    from: `? refuse("not-yours") : refuse("not-found")`,
    to: `? refuse("not-found") : refuse("not-yours")`,
    suites: ["test/domain/review/rights.test.ts"],
  },
  {
    name: "fields: a reviewer reads the texts of all instruments, not only of those it reviews",
    file: "domain/review/visibility.ts",
    from: `if (!isOpened && !relations.has("secretariat"))`,
    to: "if (!isOpened && !inside.some((relation) => relations.has(relation)))",
    suites: ["test/domain/review/rights.test.ts"],
  },
  {
    name: "fields: whoever reads answers reads their drafts too",
    file: "domain/review/visibility.ts",
    from: `"answers-draft": "answers.read-draft"`,
    to: `"answers-draft": "answers.read"`,
    suites: ["test/domain/review/rights.test.ts"],
  },
  {
    name: "fields: parts are published to which the party did not consent",
    file: "domain/review/visibility.ts",
    from: `["observations", ...(review.consents ?? [])]`,
    to: `["observations", "answers", "dialogue"]`,
    suites: ["test/domain/review/rights.test.ts"],
  },
  {
    name: "fields: a mission sees the duties of the other parties",
    file: "domain/views/reviews.ts",
    from: `!relationsTo(actor, { review }, now).has("mission") ||`,
    to: "review.seats[party] !== undefined ||",
    suites: ["test/domain/views/reviews.test.ts"],
  },
  {
    name: "fields: every party sees whom the others sent to observe",
    file: "domain/views/reviews.ts",
    from: `served === undefined ? partiesOfUser(actor).includes(party) : served === party`,
    to: `actor.party !== undefined && review.seats[party] !== undefined`,
    suites: ["test/domain/views/reviews.test.ts"],
  },
  {
    name: "fields: a person's gender is shown, which is for counting",
    file: "domain/views/parties.ts",
    from: "  language: person.language,\n",
    to: "  language: person.language,\n  gender: person.gender,\n",
    suites: ["test/domain/views/reviews.test.ts"],
  },
];
