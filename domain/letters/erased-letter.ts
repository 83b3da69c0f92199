import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { settledStates } from "./lifecycle.ts";

/** Whether a letter has left, or never will: nobody needs its address any more. */
const isOver = ({ state }: Pick<Letter, "state">): boolean => state === "accepted" || settledStates.has(state);

/** Whether a letter to somebody is under way: it waits for its sender, is being sent, or nobody knows whether it left. */
export const isUnderWay = (letter: Pick<Letter, "state">): boolean => !isOver(letter);

/** What a mail service says may hold the address that it speaks of. */
const withoutAddresses = (history: Letter["history"]): Letter["history"] =>
  history.map(({ why, ...step }) => (why === undefined || why.includes("@") ? step : { ...step, why }));

const isWithoutAddress = ({ address, recipientName, history }: Letter): boolean =>
  address === undefined && recipientName === undefined && history.every(({ why }) => why?.includes("@") !== true);

/** Whether the text of a letter names its reader, or says an address, so that it is kept no longer than that. */
const namesReader = ({ recipient, content }: Letter): boolean =>
  recipient.kind === "user" || content.kind === "mission-readdressed";

/** Whether a text stands beside a letter that nobody erased. */
const hasText = ({ textKept, textErasedAt }: Letter): boolean => textKept === true && textErasedAt === undefined;

/**
 * A letter without the address that it went to, and whose that was; undefined where it says none. What it was, to whom by their id, and what
 * became of it stays: the row goes on to be the proof that it was sent.
 */
export const withoutAddress = (letter: Letter, at: Instant): Letter | undefined => {
  if (isWithoutAddress(letter)) return undefined;
  const { address: _address, recipientName: _name, ...kept } = letter;
  const history = withoutAddresses(letter.history);
  const text = namesReader(letter) && hasText(letter) ? { textErasedAt: at } : {};
  return { ...kept, ...text, history, addressErasedAt: at, revision: letter.revision + 1 };
};

const withoutReason = (settlement: Letter["settlement"]): Pick<Letter, "settlement"> => {
  if (settlement === undefined) return {};
  const { reason: _, ...kept } = settlement;
  return { settlement: kept };
};

/** The same without what it said: its text, its subject line, and what an officer wrote when it was settled; undefined where it says nothing. */
export const withoutText = (letter: Letter, at: Instant): Letter | undefined => {
  const { subjectLine, settlement, ...kept } = letter;
  if (subjectLine === undefined && settlement?.reason === undefined && !hasText(letter)) return undefined;
  return { ...kept, ...withoutReason(settlement), textErasedAt: at, revision: letter.revision + 1 };
};

/** A letter to a person who was erased, without anything that tells who that was; undefined where nothing does. */
export const erasedLetter = (letter: Letter, at: Instant): Letter | undefined => {
  const addressless = withoutAddress(letter, at);
  const bare = withoutText(addressless ?? letter, at) ?? addressless;
  return bare === undefined ? undefined : { ...bare, revision: letter.revision + 1 };
};
