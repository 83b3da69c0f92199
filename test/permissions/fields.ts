import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import { Instrument } from "../../schemas/base/values.ts";
import type { Answer } from "../harness/contract.ts";
import { scenesOf, whoOf } from "./grid.ts";
import { type One, people, type Scene, type Who } from "./people.ts";
import { fieldsSeen, refusal, replyFields, type Seen } from "./reply-fields.ts";
import { laterFields } from "./later-fields.ts";

/**
 * Of what a field is told: of an instrument, or of the caller's own party or another, as the closest record around it
 * says; nothing where none says so.
 */
type Of = Instrument | "own" | "other" | "";

/** A row of the table: who sees some fields of the replies of some operations, and nobody else ever does. */
interface Row {
  readonly operations: readonly string[];
  readonly fields: readonly string[];
  /** Of which things; of all where it is empty. */
  readonly of: readonly Of[];
  readonly scenes: readonly Scene[];
  readonly who: ReadonlySet<Who>;
  readonly line: number;
}

const Written = z.strictObject({
  operations: z.string().min(1),
  fields: z.string().min(1),
  of: z.string(),
  scenes: z.string(),
  who: z.string(),
  source: z.string().regex(/\[(?:S|P|G)\d|\[W\]|\[D\]/u, "names no paragraph"),
});

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

/** `person.{id name}` is `person.id person.name`. */
const unfolded = (text: string): readonly string[] =>
  [...text.matchAll(/([^\s{]*)\{([^}]*)\}|(\S+)/gu)].flatMap(([, before = "", inside, plain]) =>
    inside === undefined ? [plain ?? ""] : words(inside).map((word) => `${before}${word}`),
  );

const Kind = z.enum([...Instrument.options, "own", "other"]);

const namesIn = ({ operations, fields }: Row): readonly string[] =>
  operations.flatMap((operation) => fields.map((field) => `${operation} ${field}`));

/** The table as it is written. Throws where a row cannot be read. */
export const readFields = (file = new URL("fields.csv", import.meta.url)): readonly Row[] => {
  const rows = parse(readFileSync(file, "utf8"), { columns: true, info: true, comment: "#" }) as unknown as readonly {
    readonly record: unknown;
    readonly info: { readonly lines: number };
  }[];
  return rows.map(({ record, info: { lines: line } }) => {
    const written = Written.safeParse(record);
    if (!written.success) throw new Error(`Line ${line}: ${z.prettifyError(written.error)}`);
    const { operations, fields, of, scenes, who } = written.data;
    return {
      operations: words(operations),
      fields: unfolded(fields),
      of: words(of).map((word) => Kind.parse(word)),
      scenes: scenesOf(scenes === "" ? "all" : scenes, line),
      who: new Set(whoOf(who, line)),
      line,
    };
  });
};

/** The fields of replies of which the table says nothing, and those that it says something of and that are none. */
export const fieldGaps = (rows: readonly Row[]): readonly string[] => {
  const said = new Map<string, Row[]>();
  for (const row of rows) for (const name of namesIn(row)) said.set(name, [...(said.get(name) ?? []), row]);
  const fields = [...replyFields].flatMap(([operation, some]) => some.map((field) => `${operation} ${field}`));
  const known = new Set(fields);
  // What refusals add is named by the table alone.
  const isAdded = (name: string): boolean => name.startsWith(`${refusal} `);
  const twice = [...said].filter(([, some]) =>
    some.some((one, at) => some.slice(0, at).some((other) => meet(one, other))),
  );
  return [
    ...fields.filter((name) => !said.has(name) && name !== `${refusal} *`).map((name) => `missing: ${name}`),
    ...[...said.keys()].filter((name) => !known.has(name) && !isAdded(name)).map((name) => `no such field: ${name}`),
    ...twice.map(([name, some]) => `twice: ${name}, lines ${some.map(({ line }) => line).join(" and ")}`),
  ];
};

/** Whether two rows of one field speak of the same thing in the same scene. */
const meet = (one: Row, other: Row): boolean =>
  one.scenes.some((scene) => other.scenes.includes(scene)) &&
  (one.of.length === 0 || other.of.length === 0 || one.of.some((of) => other.of.includes(of)));

const kindOf = (who: Who, { instrument, party }: Seen): Of => {
  if (instrument !== undefined) return Instrument.parse(instrument);
  const { party: own }: One = people[who];
  if (party === undefined) return "";
  return party === own ? "own" : "other";
};

/** What somebody was told of a field, and in which scene. */
interface Telling {
  readonly who: Who;
  readonly of: Of;
  readonly scene: Scene;
}

const grants = ({ of, scenes }: Row, telling: Telling): boolean =>
  (of.length === 0 || of.includes(telling.of)) && scenes.includes(telling.scene);

/** Notes who was told what, and says what that is by the table. */
export const watchReplies = (rows: readonly Row[]) => {
  /** By operation and field, then each telling once. */
  const tellingsByField = new Map<string, Map<string, Telling>>();
  const rowsOf = new Map<string, readonly Row[]>();
  for (const row of rows) for (const name of namesIn(row)) rowsOf.set(name, [...(rowsOf.get(name) ?? []), row]);
  const tellingsOf = (row: Row, field: string): readonly Telling[] =>
    row.operations
      .flatMap((operation) => [...(tellingsByField.get(`${operation} ${field}`)?.values() ?? [])])
      .filter((telling) => grants(row, telling));
  return {
    see: (operation: string, who: Who, scene: Scene, { status, body }: Pick<Answer, "status" | "body">): void => {
      const from = status < 300 ? operation : refusal;
      for (const seen of fieldsSeen(from, body)) {
        const name = `${from} ${seen.field}`;
        const tellings = tellingsByField.get(name) ?? new Map<string, Telling>();
        const of = kindOf(who, seen);
        tellings.set(`${who} ${of} ${scene}`, { who, of, scene });
        tellingsByField.set(name, tellings);
      }
    },
    /** What somebody was told that the table does not grant. */
    leaks: (): readonly string[] => {
      const found = [...tellingsByField].flatMap(([name, tellings]) =>
        [...tellings.values()].flatMap((telling) => {
          const row = rowsOf.get(name)?.find((each) => grants(each, telling));
          const { who, of, scene } = telling;
          return row?.who.has(who) === true
            ? []
            : [`${name}${of === "" ? "" : ` (${of})`} told to ${who} in ${scene} (line ${row?.line ?? "none"})`];
        }),
      );
      return [...new Set(found)];
    },
    /** Whom the table grants what they were never told: a row that says too much would hold whatever is replied. */
    idle: (): readonly string[] =>
      rows.flatMap((row) => {
        const reached = new Set(row.fields.flatMap((field) => tellingsOf(row, field).map(({ who }) => who)));
        const without = [...row.who].filter((who) => !reached.has(who));
        return without.length === 0 ? [] : [`line ${row.line}: nothing of it is ever told to ${without.join(" ")}`];
      }),
    /** Fields that nobody was told by any row's operation. */
    untold: (): readonly string[] => [
      ...new Set(
        rows.flatMap((row) =>
          row.fields
            .filter((field) => tellingsOf(row, field).length === 0)
            .map((field) => `${row.operations[0]} ${field}`),
        ),
      ),
    ],
  };
};

const stops = "Too few have an address for a bulletin to be stopped; test/api/bulletins.test.ts reads of one that was";

const cutLists =
  "No more letters and contacts are kept in-process than are read: test/use-cases/oversight/presidents-list.test.ts";

const erasures = "Nobody is erased who is listed or registered here: test/api/erasure.test.ts";

const registeredForOne = "Whoever is registered is registered for one party: test/api/two-parties.test.ts";

const someInstruments = "Nobody here is named for some instruments alone: test/api/some-instruments.test.ts";

const beforeFeedback = "The seat is drawn again before anybody has cleared: test/api/lives/redraw.test.ts";

const firstVersion = "No list is corrected after its publication here: test/api/lives/erratum.test.ts";

const besideSeat = "The seats are drawn outside, without others: test/story/additional-draw.test.ts";

/** What lots tell beside a seat, in replies about a redraw. */
const besideSeats = [
  ...["additional", "narrowed"].flatMap((part) =>
    ["party", "partyName", "role", "instruments[]"].map((field) => `${part}[].${field}`),
  ),
  "leaving[].party",
  "leaving[].partyName",
  "draw.limitWaived",
  "draw.seed",
  "draw.candidates[].party",
  "draw.candidates[].partyName",
  "draw.additional[].instruments[]",
  "draw.additional[].candidates[].party",
  "draw.additional[].candidates[].partyName",
];

const firstCycle = "All reviews are of the first cycle here: test/api/cycles.test.ts";
const toldLate = "Nobody who is replaced here has acted since: test/api/lives/replaced-late.test.ts";

/** Of lists that one page holds here: test/use-cases/full-pages.test.ts fills pages. */
const onePage = "All of it is on the first page";

const neverSeen = (paths: readonly string[], parts: readonly string[], why: string): Record<string, string> =>
  Object.fromEntries(paths.flatMap((path) => parts.map((part) => [`${path}.${part}`, why])));

/** Where a reply says for whom a letter of a party is. */
const recipientsOfParties = [
  "explainLetter letter.recipient",
  "explainLetter recipient",
  "explainLetterAbsence reasons[].recipient",
  "getLetter recipient",
  ...["comes[].to[]", "falls[].to[]", "reminders[].to[]", "told[]"].map((part) => `getReminderPlan change.${part}`),
  "getReminderPlan obligations[].reminders[].to[]",
  "listLetterExplanations items[].letter.recipient",
  "listLetterExplanations items[].recipient",
  "listLetters items[].recipient",
  "listPartyLetters items[].recipient",
  "listReviewNotices items[].recipient",
  "listSuppressedAddresses items[].recipient",
  "previewBulletin items[].recipient",
  "previewBulletin samples[].recipient",
  "releaseSuppressedAddress recipient",
  "settleLetter recipient",
];

/** Fields that nobody is told while the scenes and what is beside them are lived through, and why. */
export const neverTold: Readonly<Record<string, string>> = {
  ...neverSeen(
    recipientsOfParties,
    ["beforeChange", "office", "officeName"],
    "No address changes and no list goes to the secretariat here: test/api/mission-address.test.ts, names.test.ts",
  ),
  ...neverSeen(
    [
      "explainLetterAbsence reasons[].recipient",
      "listSuppressedAddresses items[].recipient",
      "releaseSuppressedAddress recipient",
    ],
    ["user", "personName"],
    "Only letters to missions failed or were missed: test/api/recipients.test.ts",
  ),
  ...neverSeen(["getBulletin actions[]"], ["party", "partyName"], "What is done with a bulletin is done for no party"),
  "getBulletin audience.cycles[]": firstCycle,
  ...neverSeen(
    [
      "getCountryProfile reviews[]",
      "getCurrentFigures figures[].parts[]",
      "getMe services[].reviews[]",
      "listFigureMembers items[]",
      "listGroups items[]",
      "listPublications items[]",
      "listReviews items[]",
    ],
    ["cycle"],
    firstCycle,
  ),
  "getGroup cycle": firstCycle,
  "getPublication cycle": firstCycle,
  "getReview cycle": firstCycle,
  "startGroup cycle": firstCycle,
  "refusal errorsLeftOut": "Nobody sends so much that does not fit: test/api/amounts.test.ts",
  "getFeedback next": onePage,
  "getPublication next": onePage,
  "getPublication replaces.version": firstVersion,
  "getPublication replaces.reason": firstVersion,
  "getPublication replacedBy.version": firstVersion,
  "getPublication replacedBy.at": firstVersion,
  ...neverSeen(
    ["getPublication decisions[]"],
    ["party", "partyName", "kind", "body", "document", "decidedOn"],
    "No review goes on without anything here: test/api/lives/silent-party.test.ts",
  ),
  "listAnswerDrafts next": onePage,
  "listClarifications next": onePage,
  "listFeedbackDrafts next": onePage,
  "listMandates next": onePage,
  "listPartyObligations next": onePage,
  "listReviewObligations next": onePage,
  "askClarification answer.hash": "What has just been asked has no answer",
  "askClarification answer.text": "What has just been asked has no answer",
  "askClarification settledAt": "What has just been asked is not settled",
  ...Object.fromEntries(
    besideSeats.flatMap((field) => [
      [`carryOutRedraw ${field}`, besideSeat],
      [`getPairing redraws[].${field}`, besideSeat],
    ]),
  ),
  ...laterFields,
  "explainLetterAbsence reasons[].since": "Nobody is out of reach in-process: test/api/absence.test.ts",
  "getFeedback items[].formerReviewer.replacedBy": beforeFeedback,
  "getFeedback items[].formerReviewer.replacedByName": beforeFeedback,
  "getFeedback items[].formerReviewer.until": beforeFeedback,
  "getReview feedback[].formerReviewer.replacedBy": beforeFeedback,
  "getReview feedback[].formerReviewer.replacedByName": beforeFeedback,
  "getReview feedback[].formerReviewer.until": beforeFeedback,
  "replaceMandate actsSince[].review": toldLate,
  "replaceMandate actsSince[].version": toldLate,
  "replaceMandate actsSince[].recordedAt": toldLate,
  "replaceMandate actsSince[].kinds[]": toldLate,
  "replaceMandate successor.personName": "Nothing is written, so nobody new has a name: test/api/names.test.ts",
  "getMandate instruments[]": someInstruments,
  "listMandates items[].instruments[]": someInstruments,
  "getReview seats[].mandates[].instruments[]": someInstruments,
  "getMe mandates[].instruments[]": someInstruments,
  "registerUser otherParties[].party": registeredForOne,
  "registerUser otherParties[].partyName": registeredForOne,
  "getMe mandates[].until": "Nobody who asks is to end on a day ahead: test/api/mandates-ahead.test.ts",
  "getPresidentsList contactsSince": cutLists,
  "getPresidentsList lettersSince": cutLists,
  "getPresidentsList groups[].parties[].letters[].reason":
    "No reminder is skipped in-process: test/api/presidents-list.test.ts",
  "getWorklist items[].contact.followedBy": "A contact that is followed up asks for nothing any more",
  "listBulletins items[].stoppedFor.bounced": stops,
  "getLetterText addressErasedAt": erasures,
  "getLetterText textErasedAt": erasures,
  "listUsers items[].erasedAt": erasures,
  "registerUser erasedAt": erasures,
  "listBulletins items[].stoppedFor.results": stops,
  "previewGroupStart withoutAddress[].party": "Every mission of the prepared data has left an address",
  "previewGroupStart withoutAddress[].partyName": "Every mission of the prepared data has left an address",
  "listPublications next": "One review is published: there is no page after it",
  "recordContact followedBy": "What has just been recorded is followed up by nothing",
  "listSuppressedAddresses items[].released": "An address that was released is in no list",
  "orderBulletin stoppedFor.bounced": stops,
  "orderBulletin stoppedFor.results": stops,
  "putObservations agreedBy[].party": "Nobody has agreed to a new version",
  "putObservations agreedBy[].partyName": "Nobody has agreed to a new version",
  "putObservations publishedAt": "A new version is not published",
  "verifyReviewJournal firstBroken.version": "The chain is whole",
  "verifyReviewJournal firstBroken.why": "The chain is whole",
};
