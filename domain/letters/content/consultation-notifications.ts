import type { LanguagesOpen, MeetingMode, SeatRole } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant, Instrument, Language } from "../../../schemas/base/values.ts";
import { capitalize, enumerate, isolateDirection, type Markup, markup, sentences } from "./html.ts";
import { heading, paragraph, table } from "./layout.ts";
import type { LetterPages } from "./letter-page.ts";
import { type About, because, dueNotice, noticePage, partyOf } from "./review-notifications.ts";
import { type LetterStatement, reviewOf, underCluster } from "./salutation.ts";
import {
  day,
  endOf,
  inSentence,
  instrumentWords,
  type NamedParty,
  seatWords,
  startingWith,
  withClusters,
} from "./wording.ts";

/** A party of the review, with its part in it. */
export interface ConsultedParty {
  readonly party: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
}

/** To all parties: every focal point is named, so that they may consult one another (paragraph 26). */
export interface ConsultationOpened extends About {
  readonly kind: "consultation-opened";
  readonly parties: readonly ConsultedParty[];
  /** By when an outcome is suggested. */
  readonly targetAt: Instant;
}

/** To all parties: the day by which an outcome was suggested has passed. */
export interface ConsultationPastTarget extends About {
  readonly kind: "consultation-past-target";
  readonly targetAt: Instant;
  /** Recorded so far: the day of the meeting, and whether languages are agreed on or said to be open. */
  readonly heldOn?: CalendarDate;
  readonly hasLanguages: boolean;
}

/** To all parties: what was agreed (paragraphs 26, 27 and 33). */
export interface ConsultationAgreed extends About {
  readonly kind: "consultation-agreed";
  /** That something was corrected of which an earlier letter told, unless the review was taken over. */
  readonly isCorrection: boolean;
  /** Of a review that was taken over nobody knows whether letters told of it before, and which. */
  readonly isTakenOver: boolean;
  readonly concludedOn: CalendarDate;
  /** The day of the meeting; left out where there was none. */
  readonly heldOn?: CalendarDate;
  /** How they met, where it is known. */
  readonly mode?: MeetingMode;
  /** Further meetings, by their day. */
  readonly rounds: readonly { readonly heldOn: CalendarDate; readonly mode: MeetingMode }[];
  /** None where they are not agreed on. */
  readonly languages: readonly Language[];
  readonly languagesOpen?: LanguagesOpen;
  readonly translationNeeded: readonly Language[];
  /** The day from which the six months for the answers count. */
  readonly clockStartsOn?: CalendarDate;
  /** When the answers are due; left out where they are in, or not owed yet. */
  readonly answersDueAt?: Instant;
}

/** To whoever reviews, and to the focal point of the party under review: who does what (paragraph 33). */
export interface WorkDivided extends About {
  readonly kind: "work-divided";
  readonly number: number;
  readonly dividedOn: CalendarDate;
  readonly parts: readonly { readonly party: NamedParty; readonly instruments: readonly Instrument[] }[];
  /** What the reader's party gives feedback on; none of the party under review. */
  readonly own: readonly Instrument[];
}

export type ConsultationLetter = ConsultationOpened | ConsultationPastTarget | ConsultationAgreed | WorkDivided;

const languageNames: { readonly [L in Language]: string } = {
  ar: "Arabic",
  en: "English",
  es: "Spanish",
  fr: "French",
  ru: "Russian",
  zh: "Chinese",
};

const languageWords = (languages: readonly Language[]): Markup =>
  enumerate(languages.map((language) => markup`${languageNames[language]}`));

const partyRow = ({ party, role, instruments }: ConsultedParty): readonly [Markup, Markup] => [
  isolateDirection(party.name),
  markup`${seatWords[role]}, for ${instrumentWords(instruments)}`,
];

const consultationOpened = (letter: ConsultationOpened): LetterStatement => ({
  subject: withClusters("Consultation of the parties may begin", [letter.review.id]),
  that: markup`that every party has named its focal point in ${reviewOf(letter.review)} ${underCluster(letter.review)}, and that their consultation may begin.`,
  blocks: [
    table({
      caption: "Parties of the country review",
      heads: ["Party", "Participation"],
      rows: letter.parties.map(partyRow),
    }),
    paragraph(
      markup`${startingWith(letter.review.underReview)} consults the reviewing parties on the timetable, on one or two of the six working languages, and on the division of work. The contact details of the focal points are found online. The outcome may be recorded there by the focal point of any party, or by the secretariat; the self-assessment questionnaire then begins.`,
    ),
    dueNotice(letter, letter.targetAt, {
      ahead: "Outcome suggested by",
      passed: ["Outcome", "was suggested by the"],
    }),
  ],
  because: because(letter),
});

const missingWords = ({ heldOn, hasLanguages }: ConsultationPastTarget): Markup => {
  const missing = [
    ...(heldOn === undefined ? [markup`the day of the meeting`] : []),
    ...(hasLanguages ? [] : [markup`the languages (or why they are still open)`]),
    markup`the outcome`,
  ];
  return markup`Not recorded yet: ${enumerate(missing)}.`;
};

const consultationPastTarget = (letter: ConsultationPastTarget): LetterStatement => ({
  subject: withClusters("Consultation of the parties: no outcome recorded so far", [letter.review.id]),
  that: markup`that no outcome of the consultation of the parties to ${reviewOf(letter.review)} ${underCluster(letter.review)} has been recorded so far; it was suggested by the ${endOf(letter.targetAt)}.`,
  blocks: [
    paragraph(
      sentences([
        missingWords(letter),
        markup`The focal point of any party may record it online, and so may the secretariat.`,
        markup`The self-assessment questionnaire begins with the outcome.`,
      ]),
    ),
    paragraph(
      markup`The procedures and rules set no date for the consultation: what has passed is a target, nothing follows from it, and no reminders will be sent. The secretariat stands ready to assist should there be any difficulty.`,
    ),
  ],
  because: because(letter),
});

const openWords: { readonly [W in LanguagesOpen]: string } = {
  "in-discussion": "they are still being discussed",
  "lack-of-resources": "resources are lacking",
};

const languageLine = ({ languages, languagesOpen, translationNeeded }: ConsultationAgreed): Markup =>
  languages.length > 0
    ? languageWords(languages)
    : sentences([
        markup`Not agreed yet${languagesOpen === undefined ? "" : `: ${openWords[languagesOpen]}`}.`,
        translationNeeded.length === 0
          ? markup``
          : markup`Translation is needed into ${languageWords(translationNeeded)}.`,
      ]);

const modeWords: { readonly [M in MeetingMode]: string } = { "in-person": "in person", video: "by video" };

const meetingWords = (heldOn: CalendarDate, mode: MeetingMode | undefined): Markup =>
  mode === undefined ? day(heldOn) : markup`${day(heldOn)}, ${modeWords[mode]}`;

const agreedRows = (letter: ConsultationAgreed): readonly (readonly [Markup, Markup])[] => [
  [
    markup`Meeting`,
    letter.heldOn === undefined ? markup`None, by way of exception` : meetingWords(letter.heldOn, letter.mode),
  ],
  ...letter.rounds.map(
    ({ heldOn, mode }) =>
      [
        letter.heldOn === undefined ? markup`Meeting after the outcome` : markup`Further meeting`,
        meetingWords(heldOn, mode),
      ] as const,
  ),
  [markup`Languages`, languageLine(letter)],
  ...(letter.clockStartsOn === undefined
    ? []
    : [[markup`Time for the answers counts from`, day(letter.clockStartsOn)] as const]),
];

const agreedWords = ({ review, concludedOn }: ConsultationAgreed): Markup =>
  markup`what was agreed in the consultation of the parties to ${reviewOf(review)} ${underCluster(review)}, which was concluded on ${day(concludedOn)}.`;

const consultationAgreed = (letter: ConsultationAgreed): LetterStatement => ({
  subject: withClusters(
    letter.isCorrection
      ? "Correction: what was agreed in the consultation of the parties"
      : "Consultation of the parties: what was agreed",
    [letter.review.id],
  ),
  that: letter.isCorrection
    ? markup`of a correction to ${agreedWords(letter)} ${letter.isTakenOver ? "Should earlier letters have told of it, this one takes their place." : "This letter takes the place of the earlier ones about it."}`
    : markup`of ${agreedWords(letter)}`,
  blocks: [
    heading("What was agreed"),
    table({ caption: "As it stands now", heads: ["What", "As agreed"], rows: agreedRows(letter) }),
    ...(letter.answersDueAt === undefined
      ? []
      : [
          paragraph(
            markup`${capitalize(inSentence(letter.review.underReview))} now answers the self-assessment questionnaire.`,
          ),
          dueNotice(letter, letter.answersDueAt, { ahead: "Answers due", passed: ["Answers", "were due by the"] }),
        ]),
  ],
  because: because(letter),
});

const workDivided = (letter: WorkDivided): LetterStatement => ({
  subject: withClusters("Division of work among the reviewing parties", [letter.review.id]),
  that: markup`that the work of the reviewing parties in ${reviewOf(letter.review)} ${underCluster(letter.review)} is divided as of ${day(letter.dividedOn)}.`,
  blocks: [
    table({
      caption: "As it stands now",
      heads: ["Reviewing party", "Reviews the implementation of"],
      rows: letter.parts.map(({ party, instruments }) => [
        isolateDirection(party.name),
        markup`${instrumentWords(instruments)}`,
      ]),
    }),
    paragraph(
      letter.own.length === 0
        ? markup`Each reviewing party gives its written feedback on the instruments that it has taken.`
        : markup`${capitalize(inSentence(partyOf(letter)))} gives its written feedback on ${instrumentWords(letter.own)}, and on no other instrument. Until feedback on it has been cleared, an instrument may be given to another reviewing party by another division; the focal point of any reviewing party may record one online.`,
    ),
  ],
  because: because(letter),
});

/** The letters about the consultation, one row for each kind. */
export const consultationPages: LetterPages<ConsultationLetter> = {
  "consultation-opened": noticePage(consultationOpened),
  "consultation-past-target": noticePage(consultationPastTarget),
  "consultation-agreed": noticePage(consultationAgreed),
  "work-divided": noticePage(workDivided, ({ number }) => String(number)),
};
