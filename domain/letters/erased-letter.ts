import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { settledStates } from "./lifecycle.ts";

/** Returns whether a letter has left, or never will, so that its address is no longer needed. */
const isOver = ({ state }: Pick<Letter, "state">): boolean => state === "accepted" || settledStates.has(state);

/** Returns whether a letter is under way: it waits for its sender, is being sent, or its delivery is unknown. */
export const isUnderWay = (letter: Pick<Letter, "state">): boolean => !isOver(letter);

/** Returns a history without the words of the mail service, which may contain an address. */
const withoutAddresses = (history: Letter["history"]): Letter["history"] =>
  history.map(({ why, ...step }) => (why === undefined || why.includes("@") ? step : { ...step, why }));

const isWithoutAddress = ({ address, recipientName, history }: Letter): boolean =>
  address === undefined && recipientName === undefined && history.every(({ why }) => why?.includes("@") !== true);

/** Returns whether the text of a letter names its reader or contains an address, which limits how long it is kept. */
const namesReader = ({ recipient, content }: Letter): boolean =>
  recipient.kind === "user" || content.kind === "mission-readdressed";

/** Returns whether a letter has a stored text that is not erased. */
const hasText = ({ textKept, textErasedAt }: Letter): boolean => textKept === true && textErasedAt === undefined;

/**
 * Returns a letter without its address and the owner of the address; undefined if it contains none. The kind, the
 * recipient's id and the result stay: the row remains the proof that the letter was sent.
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

/**
 * Returns a letter without its text, its subject line, and the officer's note of its settlement; undefined if it
 * contains none of them.
 */
export const withoutText = (letter: Letter, at: Instant): Letter | undefined => {
  const { subjectLine, settlement, ...kept } = letter;
  if (subjectLine === undefined && settlement?.reason === undefined && !hasText(letter)) return undefined;
  return { ...kept, ...withoutReason(settlement), textErasedAt: at, revision: letter.revision + 1 };
};

/** Returns a letter to an erased person without all that identifies them; undefined if nothing does. */
export const erasedLetter = (letter: Letter, at: Instant): Letter | undefined => {
  const addressless = withoutAddress(letter, at);
  const bare = withoutText(addressless ?? letter, at) ?? addressless;
  return bare === undefined ? undefined : { ...bare, revision: letter.revision + 1 };
};
