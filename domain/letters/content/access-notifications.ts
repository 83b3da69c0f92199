import type { UserId } from "../../../schemas/base/ids.ts";
import type { AccessChange } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import { isolateDirection, keepOnOneLine, link, mailTo, type Markup, markup } from "./html.ts";
import { invitationReference } from "./invitation.ts";
import { heading, type Page, paragraph, steps, table } from "./layout.ts";
import { day, mechanism } from "./wording.ts";

/** A user of the secretariat as a letter names them; nobody knows the name of one who was erased. */
export interface MemberNamed {
  readonly id: UserId;
  readonly name?: string | undefined;
}

/**
 * What was done to the access of a user of the secretariat: to another of it, who may be closed by now, to the user who was
 * closed, or to the address that was given up.
 */
export interface AccessChanged {
  readonly kind: "access-changed";
  readonly user: MemberNamed;
  readonly change: AccessChange;
  readonly at: Instant;
  /** Who did it; the operator where left out. */
  readonly by?: MemberNamed | undefined;
  /** Left out where the name is not known: at an address that was given up somebody else may read. */
  readonly readerName?: string | undefined;
  readonly reader: "colleague" | "author" | "closed-colleague" | "owner" | "former-address";
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const member = ({ id, name }: MemberNamed): Markup =>
  name === undefined
    ? markup`a user whose record was erased (${keepOnOneLine(id)})`
    : markup`${isolateDirection(name)} (${keepOnOneLine(id)})`;

const changeWords: { readonly [C in AccessChange]: { readonly subject: string; readonly done: string } } = {
  registered: { subject: "registered", done: "Registered as a user of the secretariat" },
  closed: { subject: "closed", done: "Closed: this user reads and writes nothing any more" },
  reopened: { subject: "opened again", done: "Opened again: this user reads and writes as before" },
  readdressed: { subject: "given another address", done: "Given another e-mail address, with a new account" },
};

/** How a request to the interface is written. */
const request = (path: string): Markup => keepOnOneLine(`POST ${path}`);

/** What takes back, or stops, a change that nobody had agreed to. */
const remedies: { readonly [C in AccessChange]: (user: UserId) => Markup } = {
  registered: (user) =>
    markup`Close that account: ${request(`/v1/users/${user}/closure`)} with the reason “compromised”. It takes effect at once.`,
  closed: (user) =>
    markup`Ask the user by another way than e-mail, then open the account again: ${request(`/v1/users/${user}/reopening`)}.`,
  reopened: (user) =>
    markup`Close that account again: ${request(`/v1/users/${user}/closure`)} with the reason “compromised”. It takes effect at once.`,
  readdressed: (user) =>
    markup`Close that account: ${request(`/v1/users/${user}/closure`)} with the reason “compromised”. It takes effect at once. Give it the right address before you open it again.`,
};

const byWhom = ({ by }: AccessChanged): Markup => (by === undefined ? markup`the operator of the system` : member(by));

const whatWasDone = (letter: AccessChanged): Markup =>
  table({
    caption: "What was done",
    heads: ["Of the change", "As it is recorded"],
    rows: [
      [markup`Account`, member(letter.user)],
      [markup`Change`, markup`${changeWords[letter.change].done}`],
      [markup`When`, markup`${day(dayOf(letter.at))}, ${clockTime(letter.at)}, Vienna time`],
      [markup`By`, byWhom(letter)],
    ],
  });

/** What is to be done about the account by which it was done. */
const authorStep = ({ by, user, reader }: AccessChanged): readonly Markup[] => {
  if (by === undefined || by.id === user.id) return [];
  const closing = request(`/v1/users/${by.id}/closure`);
  return reader === "author"
    ? [
        markup`It was done with your account. If you did not do it, somebody else uses the account: have another user of the secretariat close it, by ${closing}.`,
      ]
    : [
        markup`Ask ${member(by)} by another way than e-mail. Who did not do it has lost the account to somebody: close it as well, by ${closing}.`,
      ];
};

/** What another of the secretariat can do, who may sign in. */
const toColleague = (letter: AccessChanged): readonly Markup[] => [
  paragraph(markup`If this was agreed, you need do nothing.`),
  heading("If it was not agreed"),
  steps([
    remedies[letter.change](letter.user.id),
    ...authorStep(letter),
    markup`Then go on as the runbook “A compromised account” says, and tell the operator of the system.`,
  ]),
];

/** Of which users who are closed themselves may ask, since they can close or open nothing. */
const helpOfOthers = ({ replyTo }: AccessChanged): readonly Markup[] => [
  markup`If no other user is open whom you trust, tell the operator of the system at once: one stolen account may have closed all others.`,
  markup`Write to ${mailTo(replyTo)} as well. Do not answer anybody who asks for a password or a code.`,
];

/** What another of the secretariat can do who was closed since. */
const toClosedColleague = (letter: AccessChanged): readonly Markup[] => [
  paragraph(
    markup`Your own account has been closed since, so that you cannot sign in. If this was agreed, you need do nothing.`,
  ),
  heading("If it was not agreed"),
  steps([
    markup`Tell another user of the secretariat at once, by telephone or in person, and show this letter.`,
    ...helpOfOthers(letter),
  ]),
];

/** What a user can do whose account was closed. */
const toOwner = (letter: AccessChanged): readonly Markup[] => [
  paragraph(markup`A closed account cannot sign in. If you know of this, you need do nothing.`),
  heading("If you did not know of it"),
  steps([
    markup`Tell another user of the secretariat at once, by telephone or in person: each of them who is open can open your account again, and close the one by which this was done.`,
    ...helpOfOthers(letter),
  ]),
];

/** What can be done by whoever reads at an address that leads to no account any more. */
const toFormerAddress = ({ replyTo }: AccessChanged): readonly Markup[] => [
  paragraph(
    markup`From now on this address cannot be used to sign in. If you asked for the change, you need do nothing; this is the last letter to this address.`,
  ),
  heading("If you did not ask for it"),
  steps([
    markup`Tell another user of the secretariat at once, by telephone or in person: each of them can close the account, and it takes effect at once.`,
    markup`Write to ${mailTo(replyTo)} as well. Do not answer anybody who asks for a password or a code.`,
  ]),
];

/** What a letter says to each reader: whether of their own account, what of it, what to do, and why they get it. */
interface ReaderRow {
  readonly isOwn: boolean;
  readonly informs: string;
  readonly steps: (letter: AccessChanged) => readonly Markup[];
  readonly because: string;
}

const ofAnother = {
  isOwn: false,
  informs: "of a change among those who may act for it, so that none is made by one person alone",
  steps: toColleague,
  because:
    "you are a user of the secretariat: all others are told when one is registered, closed, opened again or given another address, and so is whoever did it",
} as const;

const readerRows: { readonly [R in AccessChanged["reader"]]: ReaderRow } = {
  colleague: ofAnother,
  author: ofAnother,
  "closed-colleague": {
    ...ofAnother,
    steps: toClosedColleague,
    because:
      "you were a user of the secretariat when this was done: all others are told when one is registered, closed, opened again or given another address",
  },
  owner: {
    isOwn: true,
    informs: "that your account of the secretariat was closed",
    steps: toOwner,
    because: "your account of the secretariat was closed",
  },
  "former-address": {
    isOwn: true,
    informs: "that the account of the secretariat which had this address was given another",
    steps: toFormerAddress,
    because: "this was the address of an account of the secretariat",
  },
};

/** RM/access/u-…: the same as on every letter about this account. */
export const accessChangedReference = ({ user }: Pick<AccessChanged, "user">): string => invitationReference(user.id);

/** The letter in English. Throws where a value is missing. */
export const accessChanged = (letter: AccessChanged, reference: string): Page => {
  const { reader, readerName, change, now, frontEndUrl, replyTo } = letter;
  const { isOwn, informs, steps: stepsOf, because } = readerRows[reader];
  const { subject } = changeWords[change];
  return {
    lang: "en",
    dir: "ltr",
    subject: `${isOwn ? "Your account" : "A user of the secretariat"} was ${subject} [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(readerName === undefined ? markup`Dear user,` : markup`Dear ${isolateDirection(readerName)},`),
      paragraph(markup`The secretariat of the ${mechanism} informs you ${informs}.`),
      whatWasDone(letter),
      ...stepsOf(letter),
      paragraph(markup`The system is at ${link(frontEndUrl)}. The secretariat never asks for a password by letter.`),
      paragraph(markup`Yours sincerely,`),
      paragraph(markup`The secretariat of the Mechanism`),
    ],
    foot: [
      markup`You receive this letter because ${because}.`,
      markup`It was generated automatically; replies are read by the secretariat at ${mailTo(replyTo)}.`,
    ],
  };
};
