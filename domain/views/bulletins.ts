import type { Addressee } from "../../schemas/model/addressee.ts";
import type { BulletinWording } from "../../schemas/model/bulletin.ts";
import type { BulletinDetails, BulletinRecipientView, BulletinView } from "../../schemas/views/bulletin.ts";
import type { Letter, LetterState } from "../../schemas/model/letter.ts";
import { latestLetters, lettersToSettle, progressOf, recipientsOf } from "../bulletins/progress.ts";
import { type Outcome, outcomeOf } from "../letters/lifecycle.ts";
import { logicalRecipient } from "../letters/letter-id.ts";
import type { Aggregate } from "../audit/aggregates.ts";

/** A bulletin without its text. */
export const bulletinView = ({ state, version }: Pick<Aggregate<"bulletin">, "state" | "version">): BulletinView => ({
  id: state.id,
  state: state.state,
  preview: state.preview,
  recipients: recipientsOf(state),
  orderedBy: state.orderedBy,
  orderedAt: state.orderedAt,
  sendAt: state.sendAt,
  ...(state.approvedBy === undefined ? {} : { approvedBy: state.approvedBy }),
  ...(state.releasedAt === undefined ? {} : { releasedAt: state.releasedAt }),
  rounds: state.rounds.map(({ recipients, at }) => ({ recipients, at })),
  ...(state.stoppedFor === undefined ? {} : { stoppedFor: state.stoppedFor }),
  version,
});

/** A bulletin with what it says and how far it is. */
export const bulletinDetails = (
  head: Aggregate<"bulletin">,
  { audience, text, stored }: BulletinWording,
  letters: readonly Letter[],
): BulletinDetails => {
  const states = latestLetters(letters).map(({ state }) => state);
  const those = (wanted: LetterState) => states.filter((state) => state === wanted).length;
  return {
    ...bulletinView(head),
    audience,
    text,
    ...(stored === undefined ? {} : { stored }),
    progress: {
      ...progressOf(head.state, letters),
      delivered: those("delivered"),
      bounced: those("bounced"),
      complained: those("complained"),
      toSettle: lettersToSettle(letters).length,
    },
  };
};

const status = (addressee: Addressee, letter: Letter | undefined): BulletinRecipientView => {
  const { recipient, party, reviews, reason } = addressee;
  if (letter === undefined) return { recipient, party, reviews, reason, outcome: "waiting" };
  const outcome: Outcome = outcomeOf(letter);
  return {
    recipient,
    party,
    reviews,
    reason,
    outcome,
    letter: {
      id: letter.id,
      state: letter.state,
      ...(letter.reason === undefined ? {} : { reason: letter.reason }),
      round: letter.content.kind === "bulletin" ? letter.content.round : 1,
      changedAt: letter.changedAt,
    },
  };
};

/** Recipients with what became of the latest letter to each. */
export const recipientViews = (
  addressees: readonly Addressee[],
  letters: readonly Letter[],
): readonly BulletinRecipientView[] => {
  const latest = new Map(latestLetters(letters).map((letter) => [logicalRecipient(letter.recipient), letter]));
  return addressees.map((addressee) => status(addressee, latest.get(logicalRecipient(addressee.recipient))));
};
