import { defined } from "../../../schemas/base/defined.ts";
import type { CalendarDate, Instant, Instrument, Language } from "../../../schemas/base/values.ts";
import type { LanguagesOpen, MeetingMode, Review, SeatRole } from "../../../schemas/model/review.ts";
import { hashOf } from "../../base/hash.ts";
import { dayOf } from "../../base/time.ts";
import { consultationTargetAt } from "../../review/blockers.ts";
import { instrumentsDue } from "../../review/instruments-due.ts";
import { obligationIdOf } from "../../review/obligations.ts";
import { type ContentOf, daysAgreed } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { aboutReview, becauseOfPart, dateNoticeOf, type Statement } from "./frame-statement.ts";
import { type Markup, sentences } from "./html.ts";
import { heading, paragraph, table } from "./layout.ts";
import { type Gathered, gathered, type KindPage, skip } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { day, endOf, instrumentPhrases, phrase, withClusters } from "./phrases.ts";
import { type About, reviewPage, type ReviewSeen } from "./review-letter.ts";

/** A party of the review, with its part in it. */
export interface ConsultedParty {
  readonly party: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
}

/**
 * The opening of the consultation, to all parties: every focal point is named, so that they may consult one another
 * (paragraph 26).
 */
export interface ConsultationOpened extends About {
  readonly kind: "consultation-opened";
  readonly parties: readonly ConsultedParty[];
  /** The suggested date of an outcome. */
  readonly targetAt: Instant;
}

/** A missed consultation target, to all parties: the suggested date of an outcome has passed. */
export interface ConsultationPastTarget extends About {
  readonly kind: "consultation-past-target";
  readonly targetAt: Instant;
  /** Recorded so far: the day of the meeting, and whether languages are agreed or recorded as open. */
  readonly heldOn?: CalendarDate;
  readonly hasLanguages: boolean;
}

/** The agreed arrangements, to all parties (paragraphs 26, 27 and 33). */
export interface ConsultationAgreed extends About {
  readonly kind: "consultation-agreed";
  /** True if this letter corrects what an earlier letter stated, unless the review was taken over. */
  readonly isCorrection: boolean;
  /** True if the review was taken over: earlier letters about it are then unknown. */
  readonly isTakenOver: boolean;
  readonly concludedOn: CalendarDate;
  /** The day of the meeting; left out if there was none. */
  readonly heldOn?: CalendarDate;
  /** The mode of the meeting, if it is known. */
  readonly mode?: MeetingMode;
  /** Further meetings, by their day. */
  readonly rounds: readonly { readonly heldOn: CalendarDate; readonly mode: MeetingMode }[];
  /** None if they are not agreed on. */
  readonly languages: readonly Language[];
  readonly languagesOpen?: LanguagesOpen;
  readonly translationNeeded: readonly Language[];
  /** The day from which the six months for the answers count. */
  readonly clockStartsOn?: CalendarDate;
  /** The due date of the responses; left out if they are received, or not yet due. */
  readonly answersDueAt?: Instant;
}

/** The division of work (paragraph 33), to the reviewing parties and to the focal point of the party under review. */
export interface WorkDivided extends About {
  readonly kind: "work-divided";
  readonly number: number;
  readonly dividedOn: CalendarDate;
  readonly parts: readonly { readonly party: NamedParty; readonly instruments: readonly Instrument[] }[];
  /** The instruments that the reader's party gives feedback on; none for the party under review. */
  readonly own: readonly Instrument[];
}

const languagePhrases = (languages: readonly Language[]): readonly Phrase[] =>
  languages.map((language) => phrase(`language.${language}`));

const partyRow = (
  { party, role, instruments }: ConsultedParty,
  { say, write }: LetterWriter,
): readonly [Markup, Markup] => [
  write(party, "bare"),
  say("consultation-opened.seat-for", { seat: phrase(`seat.${role}`), instruments: instrumentPhrases(instruments) }),
];

const consultationOpened = (letter: ConsultationOpened, writer: LetterWriter): Statement => {
  const { say, line } = writer;
  const about = aboutReview(letter.review);
  return {
    subject: withClusters(phrase("consultation-opened.subject"), [letter.review.id]),
    that: say("consultation-opened.that", about),
    blocks: [
      table(writer, {
        caption: line("consultation-opened.parties"),
        columns: [line("consultation-opened.party"), line("consultation-opened.participation")],
        rows: letter.parties.map((party) => partyRow(party, writer)),
      }),
      paragraph(say("consultation-opened.next", about)),
      dateNoticeOf(writer, letter, letter.targetAt, {
        ahead: "consultation-opened.target",
        passed: ["consultation-opened.target-passed", "date.was-suggested-by"],
      }),
    ],
    because: becauseOfPart(letter),
  };
};

const missingPhrases = ({ heldOn, hasLanguages }: ConsultationPastTarget): readonly Phrase[] => [
  ...(heldOn === undefined ? [phrase("consultation-past-target.meeting")] : []),
  ...(hasLanguages ? [] : [phrase("consultation-past-target.languages")]),
  phrase("consultation-past-target.outcome"),
];

const consultationPastTarget = (letter: ConsultationPastTarget, { say }: LetterWriter): Statement => ({
  subject: withClusters(phrase("consultation-past-target.subject"), [letter.review.id]),
  that: say("consultation-past-target.that", { ...aboutReview(letter.review), end: endOf(letter.targetAt) }),
  blocks: [
    paragraph(
      sentences([
        say("consultation-past-target.missing", { missing: missingPhrases(letter) }),
        say("consultation-past-target.record"),
        say("consultation-past-target.begins"),
      ]),
    ),
    paragraph(say("consultation-past-target.no-date")),
  ],
  because: becauseOfPart(letter),
});

const languageLine = (
  { languages, languagesOpen, translationNeeded }: ConsultationAgreed,
  { say, write }: LetterWriter,
): Markup =>
  languages.length > 0
    ? write(languagePhrases(languages))
    : sentences([
        say(
          languagesOpen === undefined
            ? "consultation-agreed.languages-open"
            : `consultation-agreed.languages-open.${languagesOpen}`,
        ),
        ...(translationNeeded.length === 0
          ? []
          : [say("consultation-agreed.translation", { languages: languagePhrases(translationNeeded) })]),
      ]);

const agreedRows = (
  letter: ConsultationAgreed,
  writer: LetterWriter,
): readonly (readonly [what: Markup, agreed: Markup])[] => {
  const { say, write } = writer;
  const { heldOn, clockStartsOn } = letter;
  const held = (on: CalendarDate, mode: MeetingMode | undefined): Markup =>
    mode === undefined ? write(day(on)) : say(`consultation-agreed.held.${mode}`, { day: day(on) });
  const another = heldOn === undefined ? "consultation-agreed.later-meeting" : "consultation-agreed.further-meeting";
  return [
    [
      say("consultation-agreed.meeting"),
      heldOn === undefined ? say("consultation-agreed.no-meeting") : held(heldOn, letter.mode),
    ],
    ...letter.rounds.map((round) => [say(another), held(round.heldOn, round.mode)] as const),
    [say("consultation-agreed.languages"), languageLine(letter, writer)],
    ...(clockStartsOn === undefined ? [] : [[say("consultation-agreed.clock"), write(day(clockStartsOn))] as const]),
  ];
};

/**
 * Returns the agreed arrangements or, if an earlier letter stated them otherwise, the sentence that this letter
 * corrects it.
 */
const agreed = (
  { review, concludedOn, isCorrection, isTakenOver }: ConsultationAgreed,
  { say }: LetterWriter,
): Pick<Statement, "subject" | "that"> => {
  const values = { ...aboutReview(review), day: day(concludedOn) };
  return isCorrection
    ? {
        subject: withClusters(phrase("consultation-agreed.correction-subject"), [review.id]),
        that: sentences([
          say("consultation-agreed.correction", values),
          say(isTakenOver ? "consultation-agreed.replaces-if-any" : "consultation-agreed.replaces"),
        ]),
      }
    : {
        subject: withClusters(phrase("consultation-agreed.subject"), [review.id]),
        that: say("consultation-agreed.that", values),
      };
};

const consultationAgreed = (letter: ConsultationAgreed, writer: LetterWriter): Statement => {
  const { say, line } = writer;
  return {
    ...agreed(letter, writer),
    blocks: [
      heading(line("consultation-agreed.heading")),
      table(writer, {
        caption: line("current-status"),
        columns: [line("consultation-agreed.what"), line("consultation-agreed.as-agreed")],
        rows: agreedRows(letter, writer),
      }),
      ...(letter.answersDueAt === undefined
        ? []
        : [
            paragraph(say("consultation-agreed.answers", aboutReview(letter.review))),
            dateNoticeOf(writer, letter, letter.answersDueAt, {
              ahead: "consultation-agreed.due",
              passed: ["consultation-agreed.due-passed", "date.were-due-by"],
            }),
          ]),
    ],
    because: becauseOfPart(letter),
  };
};

const workDivided = (letter: WorkDivided, writer: LetterWriter): Statement => {
  const { say, line, write } = writer;
  return {
    subject: withClusters(phrase("work-divided.subject"), [letter.review.id]),
    that: say("work-divided.that", { ...aboutReview(letter.review), day: day(letter.dividedOn) }),
    blocks: [
      table(writer, {
        caption: line("current-status"),
        columns: [line("work-divided.party"), line("work-divided.instruments")],
        rows: letter.parts.map(({ party, instruments }) => [
          write(party, "bare"),
          write(instrumentPhrases(instruments)),
        ]),
      }),
      paragraph(
        letter.own.length === 0
          ? say("work-divided.each")
          : say("work-divided.own", { party: letter.reader.party, instruments: instrumentPhrases(letter.own) }),
      ),
    ],
    because: becauseOfPart(letter),
  };
};

/** Returns the parties of a review in the order of the seats, the one under review first. */
const consultedParties = ({ review, named }: ReviewSeen): readonly ConsultedParty[] =>
  Object.values(review.seats)
    .toSorted((one, other) => Number(other.party === review.party) - Number(one.party === review.party))
    .map(({ party, role, instruments }) => ({ party: named(party), role, instruments }));

const gatherConsultationOpened = (
  _content: ContentOf<"consultation-opened">,
  seen: ReviewSeen,
): Gathered<ConsultationOpened> => {
  const targetAt = consultationTargetAt(seen.review);
  return targetAt === undefined
    ? skip("done")
    : gathered({ ...seen.about, kind: "consultation-opened", parties: consultedParties(seen), targetAt });
};

const gatherConsultationPastTarget = (
  { generation }: ContentOf<"consultation-past-target">,
  { review, about }: ReviewSeen,
): Gathered<ConsultationPastTarget> => {
  if (generation !== review.targetGeneration) return skip("replaced");
  const targetAt = consultationTargetAt(review);
  if (targetAt === undefined) return skip("done");
  const { heldOn, languages, languagesOpen } = review.consultation ?? {};
  const hasLanguages = languages !== undefined || languagesOpen !== undefined;
  const held = heldOn === undefined ? {} : { heldOn };
  return gathered({ ...about, kind: "consultation-past-target", targetAt, hasLanguages, ...held });
};

const gatherConsultationAgreed = (
  content: ContentOf<"consultation-agreed">,
  { review, about }: ReviewSeen,
): Gathered<ConsultationAgreed> => {
  const { concludedOn, languages = [] } = review.consultation ?? {};
  if (concludedOn === undefined || languages.join() !== content.languages.join()) return skip("replaced");
  const isCorrection = content.corrects !== undefined;
  if (isCorrection && hashOf(content.corrects) !== hashOf(daysAgreed(review))) return skip("replaced");
  const isTakenOver = review.import !== undefined;
  return gathered({
    ...about,
    kind: "consultation-agreed",
    isCorrection,
    isTakenOver,
    concludedOn,
    ...agreedIn(review),
  });
};

type Agreed = Omit<
  ConsultationAgreed,
  "kind" | "isCorrection" | "isTakenOver" | "concludedOn" | keyof ReviewSeen["about"]
>;

/** Returns the current agreed arrangements; the date of the responses only while they are pending. */
const agreedIn = ({ consultation = {}, obligations, party }: Review): Agreed => {
  const { heldOn, mode, rounds = [], languages = [], languagesOpen } = consultation;
  const { translationNeeded = [], clockStartsOn } = consultation;
  const pending = obligations[obligationIdOf("questionnaire", party)];
  return {
    languages,
    translationNeeded,
    rounds: rounds.toSorted((one, other) => one.heldOn.localeCompare(other.heldOn)),
    ...defined({ heldOn, mode, languagesOpen, clockStartsOn }),
    ...(pending?.state === "open" ? { answersDueAt: pending.dueAt } : {}),
  };
};

const gatherWorkDivided = (
  { number }: ContentOf<"work-divided">,
  { review, about, named }: ReviewSeen,
): Gathered<WorkDivided> => {
  const { division, party: underReview } = review;
  if (division?.number !== number || division.toConfirmWith !== undefined) return skip("replaced");
  const reader = about.reader.party.id;
  return gathered({
    ...about,
    kind: "work-divided",
    number,
    dividedOn: dayOf(division.at),
    parts: division.parts.map(({ party, instruments }) => ({ party: named(party), instruments })),
    own: reader === underReview ? [] : instrumentsDue(review, reader),
  });
};

export const consultationOpenedPage: KindPage<ContentOf<"consultation-opened">, ConsultationOpened> = reviewPage(
  gatherConsultationOpened,
  consultationOpened,
);

export const consultationPastTargetPage: KindPage<
  ContentOf<"consultation-past-target">,
  ConsultationPastTarget
> = reviewPage(gatherConsultationPastTarget, consultationPastTarget);

export const consultationAgreedPage: KindPage<ContentOf<"consultation-agreed">, ConsultationAgreed> = reviewPage(
  gatherConsultationAgreed,
  consultationAgreed,
  { statesDateOf: (_content, { kind }) => kind === "questionnaire" },
);

export const workDividedPage: KindPage<ContentOf<"work-divided">, WorkDivided> = reviewPage(
  gatherWorkDivided,
  workDivided,
  { detail: ({ number }) => String(number) },
);
