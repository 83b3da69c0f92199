import type { UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { AccessChange } from "../../../schemas/model/letter.ts";
import { clockTime, dayOf } from "../../base/time.ts";
import { isToFormerAddress } from "../letter-id.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { MessageKey } from "../messages/letter-wording.ts";
import { pageOf } from "./frame-statement.ts";
import { isolateDirection, link, mailTo, type Markup, sentences } from "./html.ts";
import { invitationReference } from "./invitation.ts";
import { heading, type Page, paragraph, steps, table } from "./layout.ts";
import { type AddressedData, gathered, type KindPage, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { day, phrase } from "./phrases.ts";

/** A user of the secretariat as a letter names them, without a name if the user was erased. */
interface MemberNamed {
  readonly id: UserId;
  readonly name?: string | undefined;
}

/**
 * The content of a letter about a change to the access of a user of the secretariat. It goes to the other users, to the
 * user who was closed, or to the former address.
 */
export interface AccessChanged {
  readonly kind: "access-changed";
  readonly user: MemberNamed;
  readonly change: AccessChange;
  readonly at: Instant;
  /** The author of the change; the operator if left out. */
  readonly by?: MemberNamed | undefined;
  /** Left out if the name is not known: another person may read a former address. */
  readonly readerName?: string | undefined;
  readonly reader: "colleague" | "author" | "closed-colleague" | "owner" | "former-address";
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const member = ({ id, name }: MemberNamed): Phrase =>
  name === undefined
    ? phrase("access-changed.member-erased", { code: isolateDirection(id) })
    : phrase("access-changed.member", { name: isolateDirection(name), code: isolateDirection(id) });

/** Returns a request to the interface as a letter prints it. */
const request = (path: string): Markup => isolateDirection(`POST ${path}`);

const closureOf = (user: UserId): Markup => request(`/v1/users/${user}/closure`);

/** Returns the action that reverses, or stops, an unwanted change. */
const remedyOf = ({ change, user }: AccessChanged, { say }: LetterWriter): Markup =>
  say(`access-changed.remedy.${change}`, {
    request: change === "closed" ? request(`/v1/users/${user.id}/reopening`) : closureOf(user.id),
  });

const whatWasDone = (letter: AccessChanged, writer: LetterWriter): Markup => {
  const { say, line, write } = writer;
  const { user, change, at, by } = letter;
  return table(writer, {
    caption: line("access-changed.caption"),
    columns: [line("access-changed.column-what"), line("access-changed.column-record")],
    rows: [
      [say("access-changed.row.account"), write(member(user))],
      [say("access-changed.row.change"), say(`access-changed.done.${change}`)],
      [say("access-changed.row.when"), say("account.instant", { day: day(dayOf(at)), time: clockTime(at) })],
      [say("access-changed.row.by"), by === undefined ? say("account.operator") : write(member(by))],
    ],
  });
};

/** Returns the action that concerns the account of the author. */
const authorStep = ({ by, user, reader }: AccessChanged, { say }: LetterWriter): readonly Markup[] => {
  if (by === undefined || by.id === user.id) return [];
  const values = { request: closureOf(by.id) };
  return [
    reader === "author"
      ? say("access-changed.done-by-reader", values)
      : say("access-changed.contact-author", { ...values, by: member(by) }),
  ];
};

type Advice = (letter: AccessChanged, writer: LetterWriter) => readonly Markup[];

/** Advises another user of the secretariat, who may sign in. */
const toColleague: Advice = (letter, writer) => [
  paragraph(writer.say("access-changed.agreed")),
  heading(writer.line("access-changed.not-agreed")),
  steps([remedyOf(letter, writer), ...authorStep(letter, writer), writer.say("access-changed.runbook")]),
];

/** Advises closed users to contact the others, because they can close or open no account themselves. */
const helpOfOthers: Advice = ({ replyTo }, { say }) => [
  say("access-changed.no-other-user"),
  say("access-changed.write", { mail: mailTo(replyTo) }),
];

/** Advises another user of the secretariat who was closed since. */
const toClosedColleague: Advice = (letter, writer) => [
  paragraph(sentences([writer.say("access-changed.closed-since"), writer.say("access-changed.agreed")])),
  heading(writer.line("access-changed.not-agreed")),
  steps([writer.say("access-changed.show-letter"), ...helpOfOthers(letter, writer)]),
];

/** Advises a user whose account was closed. */
const toOwner: Advice = (letter, writer) => [
  paragraph(writer.say("access-changed.closed-account")),
  heading(writer.line("access-changed.not-known")),
  steps([writer.say("access-changed.open-again"), ...helpOfOthers(letter, writer)]),
];

/** Advises the reader of an address that no account uses any more. */
const toFormerAddress: Advice = ({ replyTo }, { say, line }) => [
  paragraph(say("access-changed.address-ended")),
  heading(line("access-changed.not-requested")),
  steps([say("access-changed.have-closed"), say("access-changed.write", { mail: mailTo(replyTo) })]),
];

/** The sentences for one kind of reader: the account, the change, the action, and the reason for the letter. */
interface ReaderRow {
  readonly subject: MessageKey;
  readonly opening: MessageKey;
  readonly advice: Advice;
  readonly because: MessageKey;
}

const ofAnother = {
  subject: "access-changed.subject",
  opening: "access-changed.opening.another",
  advice: toColleague,
  because: "access-changed.because.another",
} as const;

const readerRows: { readonly [R in AccessChanged["reader"]]: ReaderRow } = {
  colleague: ofAnother,
  author: ofAnother,
  "closed-colleague": {
    ...ofAnother,
    advice: toClosedColleague,
    because: "access-changed.because.closed-colleague",
  },
  owner: {
    subject: "access-changed.subject-own",
    opening: "access-changed.opening.owner",
    advice: toOwner,
    because: "access-changed.because.owner",
  },
  "former-address": {
    subject: "access-changed.subject-own",
    opening: "access-changed.opening.former-address",
    advice: toFormerAddress,
    because: "access-changed.because.former-address",
  },
};

/** Returns RM/access/u-…, the reference of every letter about this account. */
/** Returns the letter. Throws if a value is missing. */
const accessChanged = (letter: AccessChanged, reference: string, writer: LetterWriter): Page => {
  const { reader, readerName, change, frontEndUrl, replyTo } = letter;
  const { subject, opening, advice, because } = readerRows[reader];
  const { say } = writer;
  return pageOf(writer, letter, reference, {
    subject: phrase(subject, { change }),
    blocks: [
      paragraph(
        readerName === undefined
          ? say("account.salutation-nameless")
          : say("letter.salutation", { name: isolateDirection(readerName) }),
      ),
      paragraph(say(opening)),
      whatWasDone(letter, writer),
      ...advice(letter, writer),
      paragraph(sentences([say("account.system", { link: link(frontEndUrl) }), say("access-changed.no-password")])),
      paragraph(say("letter.closing")),
      paragraph(say("letter.signature")),
    ],
    foot: [say(because), say("foot.replies", { mail: mailTo(replyTo) })],
  });
};

const accessReaderOf = (
  { user, by }: ContentOf<"access-changed">,
  { letter: { recipient }, isClosed }: AddressedData,
): AccessChanged["reader"] => {
  if (isToFormerAddress(recipient)) return "former-address";
  const reader = recipient.kind === "user" ? recipient.user : undefined;
  if (reader === user) return "owner";
  if (isClosed) return "closed-colleague";
  return reader === by ? "author" : "colleague";
};

/**
 * Also reaches users who were closed meanwhile: otherwise one account could close all others before any user has read
 * of it.
 */
export const accessChangedPage: KindPage<ContentOf<"access-changed">, AccessChanged> = {
  needs: { persons: ({ user, by }) => [user, ...(by === undefined ? [] : [by])], reachesClosed: true },
  gather: (content, data) => {
    const { user, change, by } = content;
    const memberOf = (id: UserId): MemberNamed => ({ id, name: data.persons.get(id)?.name });
    return gathered({
      kind: "access-changed",
      user: memberOf(user),
      change,
      at: data.letter.plannedFor,
      by: by && memberOf(by),
      reader: accessReaderOf(content, data),
      readerName: data.name,
      ...surroundingsOf(data),
    });
  },
  reference: ({ user }) => invitationReference(user.id),
  page: accessChanged,
};
