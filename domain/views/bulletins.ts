import { defined } from "../../schemas/base/defined.ts";
import type { Addressee, PreviewedAddressee } from "../../schemas/model/addressee.ts";
import type { BulletinWording } from "../../schemas/model/bulletin.ts";
import type { AudienceList, StoredAudience, StoredAudienceList } from "../../schemas/model/audience.ts";
import { clustersOf } from "../../schemas/base/ids.ts";
import type { FigureKind } from "../../schemas/model/figure-kind.ts";
import type {
  AddresseeView,
  AudienceView,
  BulletinDetails,
  BulletinRecipientView,
  BulletinView,
  PreviewedAddresseeView,
  RecipientOutcome,
} from "../../schemas/views/bulletin.ts";
import type { StoredTextSummary, StoredTextView } from "../../schemas/api/endpoints/stored-texts.ts";
import type { BulletinWords } from "../../schemas/model/bulletin-text.ts";
import type { Letter, LetterState } from "../../schemas/model/letter.ts";
import { dueDate } from "../base/time.ts";
import { figureOf } from "../bulletins/audience.ts";
import { languagesOf, leadingText, versionsOf } from "../bulletins/languages.ts";
import { latestLetters, lettersToSettle, progressOf, recipientsOf } from "../bulletins/progress.ts";
import { needsSettlement, type Outcome, outcomeOf } from "../letters/lifecycle.ts";
import { logicalRecipient } from "../letters/letter-id.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { type BulletinSurroundings, bulletinActions } from "./bulletin-actions.ts";
import { namedParties, recipientView } from "./named.ts";
import { bulletinWork, countedBulletinWork } from "./work.ts";

/** Returns a list by its present name. */
const listView = (list: StoredAudienceList): { readonly list: AudienceList; readonly kinds?: FigureKind[] } => {
  if (list === "presidents-list") return { list };
  const { figure, kind } = figureOf(list);
  return { list: figure, ...(kind === undefined ? {} : { kinds: [kind] }) };
};

const audienceView = ({ list, parties, ...audience }: StoredAudience): AudienceView => ({
  ...audience,
  ...(parties === undefined ? {} : { parties: namedParties(parties) }),
  ...(list === undefined ? {} : listView(list)),
});

const reasonView = (reason: Addressee["reason"]): AddresseeView["reason"] =>
  reason.code === "listed" ? { ...reason, ...dueDate(reason.dueAt), list: listView(reason.list).list } : reason;

/** Returns a recipient of a bulletin, as it is read. */
export const addresseeView = ({ recipient, party, reviews, reason }: Addressee): AddresseeView => ({
  recipient: recipientView(recipient),
  party,
  reviews,
  clusters: clustersOf(reviews),
  reason: reasonView(reason),
});

/** Returns a recipient as a preview lists it, with the language of its letter. */
export const previewedView = ({
  language,
  languagesTried,
  ...addressee
}: PreviewedAddressee): PreviewedAddresseeView => ({
  ...addresseeView(addressee),
  ...defined({ language, languagesTried }),
});

/** Returns the text in every language, and the fallback for all. */
const wordsView = (words: BulletinWords): Pick<BulletinDetails, "text" | "texts" | "fallback"> => {
  const { texts, fallback } = versionsOf(words);
  return { text: leadingText(words), texts, fallback: [...fallback] };
};

type FoundText = Omit<StoredTextView, "text" | "texts" | "fallback"> & { readonly words: BulletinWords };

/** Returns a stored text as it is read. */
export const storedTextView = ({ words, ...described }: FoundText): StoredTextView => ({
  ...described,
  ...wordsView(words),
});

/** Returns a stored text without its bodies. */
export const storedTextSummary = ({ words, latest: _, ...described }: FoundText): StoredTextSummary => ({
  ...described,
  subject: leadingText(words).subject,
  languages: [...languagesOf(versionsOf(words))],
});

/** Returns a bulletin with its subject, and without the rest of its text. */
export const bulletinView = (
  { state, version }: Pick<Aggregate<"bulletin">, "state" | "version">,
  words: BulletinWords,
): BulletinView => ({
  id: state.id,
  state: state.state,
  subject: leadingText(words).subject,
  preview: state.preview,
  recipients: recipientsOf(state),
  orderedBy: state.orderedBy,
  orderedAt: state.orderedAt,
  sendAt: state.sendAt,
  ...defined({ approvedBy: state.approvedBy, releasedAt: state.releasedAt }),
  rounds: state.rounds.map(({ recipients, at }) => ({ recipients, at })),
  ...defined({ stoppedFor: state.stoppedFor }),
  ...bulletinWork(state.state),
  version,
});

/** Returns a bulletin with its text and its progress. */
export const bulletinDetails = (
  aggregate: Aggregate<"bulletin">,
  wording: BulletinWording,
  around: BulletinSurroundings,
): BulletinDetails => {
  const { letters } = around;
  const { audience, stored } = wording;
  const states = latestLetters(letters).map(({ state }) => state);
  const progress = progressOf(aggregate.state, letters);
  const those = (wanted: LetterState) => states.filter((state) => state === wanted).length;
  return {
    ...bulletinView(aggregate, wording),
    ...countedBulletinWork(aggregate.state.state, progress),
    actions: bulletinActions(aggregate.state, around),
    audience: audienceView(audience),
    ...wordsView(wording),
    ...defined({ stored }),
    progress: {
      ...progress,
      delivered: those("delivered"),
      bounced: those("bounced"),
      complained: those("complained"),
      toSettle: lettersToSettle(letters).length,
    },
  };
};

const status = (addressee: Addressee, letter: Letter | undefined): BulletinRecipientView => {
  const view = addresseeView(addressee);
  if (letter === undefined) return { ...view, outcome: "waiting" };
  const outcome: Outcome = outcomeOf(letter);
  // What was put back did not leave, whatever was written for it.
  const hasLeft = outcome !== "waiting" && outcome !== "skipped";
  return {
    ...view,
    outcome,
    ...(hasLeft && letter.recipientName !== undefined ? { name: letter.recipientName } : {}),
    ...(hasLeft && letter.address !== undefined ? { address: letter.address } : {}),
    letter: {
      id: letter.id,
      state: letter.state,
      ...defined({ reason: letter.reason }),
      ...(hasLeft && letter.language !== undefined ? { language: letter.language } : {}),
      ...(hasLeft && letter.languagesTried !== undefined ? { languagesTried: letter.languagesTried } : {}),
      round: letter.content.kind === "bulletin" ? letter.content.round : 1,
      changedAt: letter.changedAt,
    },
  };
};

/** Returns whether a recipient is among those chosen, by its latest letter. */
const turnedOut = (outcome: RecipientOutcome, letter: Letter | undefined): boolean => {
  switch (outcome) {
    case "delivered":
    case "bounced":
    case "complained":
      return letter?.state === outcome;
    case "to-settle":
      return letter !== undefined && needsSettlement(letter);
    default:
      return (letter === undefined ? "waiting" : outcomeOf(letter)) === outcome;
  }
};

/** A recipient, with whether they are among those chosen. */
interface RecipientChoice {
  readonly view: BulletinRecipientView;
  readonly isChosen: boolean;
}

/** Recipients with what became of the latest letter to each; all are chosen where no outcome is named. */
export const recipientViews = (
  addressees: readonly Addressee[],
  letters: readonly Letter[],
  outcome?: RecipientOutcome,
): readonly RecipientChoice[] => {
  const latest = new Map(latestLetters(letters).map((letter) => [logicalRecipient(letter.recipient), letter]));
  return addressees.map((addressee) => {
    const letter = latest.get(logicalRecipient(addressee.recipient));
    return { view: status(addressee, letter), isChosen: outcome === undefined || turnedOut(outcome, letter) };
  });
};
