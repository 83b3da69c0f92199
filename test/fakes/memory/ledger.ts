import { isUnderWay } from "../../../domain/letters/erased-letter.ts";
import { isLetterInPhase } from "../../../domain/letters/about-clusters.ts";
import { concernsNominations } from "../../../domain/letters/about-nominations.ts";
import { bouncedWork, unknownLetterWork, unreachableWork } from "../../../domain/oversight/letter-work.ts";
import { keptFrom, reachKept } from "../../../domain/policy/retention.ts";
import { subjectOfLetter } from "../../../domain/letters/letter-kinds.ts";
import { detailsPast, rowKinds } from "../../../lambdas/io/store/keys/row-kinds.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../schemas/model/address.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { BounceTally } from "../../../schemas/model/bulletin.ts";
import { Contact, type Letter, type LetterText, type PartyRecipient } from "../../../schemas/model/letter.ts";
import type { Restoration } from "../../../schemas/model/restoration.ts";
import { answer, pageOf, rowOf } from "./pages.ts";
import { copyOfRows, textsOf } from "./rows.ts";
import type { MemoryStore } from "./store.ts";
import { workPage } from "./work.ts";

const nameOf = (recipient: PartyRecipient): string =>
  recipient.kind === "mission" ? `mission:${recipient.party}` : `user:${recipient.user}`;

export interface MemoryLedger extends Ledger {
  /** Lets the next claim meet a transaction conflict. */
  conflictNext(): void;
  /** Returns all rows, each as a text. */
  rows(): readonly string[];
  /** Returns all letters. */
  letters(): readonly Letter[];
  /** Returns a separate ledger with a copy of all rows, whose claims query another store. */
  copy(store: Pick<MemoryStore, "isOpen">): MemoryLedger;
}

/** Returns everything that a ledger in memory keeps, by key: nothing yet. */
const noRows = () => ({
  letters: new Map<string, Letter>(),
  marks: new Map<string, SuppressedAddress>(),
  unreached: new Map<string, UnreachableRecipient>(),
  returns: new Map<string, BouncingAddress>(),
  tallies: new Map<string, BounceTally>(),
  texts: new Map<string, LetterText>(),
  awaited: new Map<string, LetterId>(),
  restored: new Map<string, Restoration>(),
});

/** Returns a ledger in maps that checks claims against a store in memory, with rows from the beginning. */
export const memoryLedger = (store: Pick<MemoryStore, "isOpen">, rows = noRows()): MemoryLedger => {
  const { letters, marks, unreached, returns, tallies, texts, awaited, restored } = rows;
  const whence = ({ recipient, contact }: Pick<BouncingAddress, "recipient" | "contact">) =>
    `${nameOf(recipient)}#${contact}`;
  let conflicts = 0;
  const moves = (next: Letter) => letters.get(next.id)?.revision === next.revision - 1;
  const put = (next: Letter): true => {
    letters.set(next.id, rowOf(next));
    return true;
  };
  const lettersBy = (keep: (letter: Letter) => boolean, key: (letter: Letter) => string) =>
    [...letters.values()].filter(keep).map((letter) => [key(letter), letter] as const);
  const byPlanning = (letter: Letter) => `${letter.plannedAt}#${letter.id}`;

  return {
    letter: (id) => answer(() => (letters.has(id) ? rowOf(letters.get(id)) : undefined)),
    known: (ids) => answer(() => new Set(ids.filter((id) => letters.has(id)))),
    plan: (letter, covered = []) =>
      answer(() => {
        const together = [letter, ...covered];
        return together.every(({ id }) => !letters.has(id)) && together.every((one) => put(one));
      }),
    move: (next) => answer(() => moves(next) && put(next)),
    claim: (next, stillOpen, said) =>
      answer(() => {
        if (conflicts > 0) {
          conflicts -= 1;
          return "busy";
        }
        if (!moves(next)) return "stale";
        if (!stillOpen.every((obligation) => store.isOpen(obligation))) return "closed";
        put(next);
        if (said !== undefined) texts.set(next.id, rowOf(said));
        return "claimed";
      }),
    replace: (next, successor) =>
      answer(() => {
        if (conflicts > 0) {
          conflicts -= 1;
          return "busy";
        }
        if (!moves(next)) return "stale";
        if (letters.has(successor.id)) return "known";
        put(next);
        put(successor);
        return "replaced";
      }),
    letterText: (id) => answer(() => (texts.has(id) ? rowOf(texts.get(id)) : undefined)),
    deleteLetterText: (id) => answer(() => void texts.delete(id)),
    forgetTexts: (obligationRefs) =>
      answer(() => {
        for (const [id, { text }] of texts) if (obligationRefs(text)) texts.delete(id);
      }),
    needingAttention: (state, until, paging) =>
      answer(() =>
        pageOf(
          lettersBy(
            (letter) => letter.state === state && letter.attentionAt <= until,
            ({ attentionAt, changedAt, id }) => `${attentionAt}#${changedAt}#${id}`,
          ),
          paging,
        ),
      ),
    list: ({ party, kind, state, from = "", until = "~", ...phase }, paging) =>
      answer(() => {
        const fits = (letter: Letter) =>
          (party === undefined || letter.party === party) &&
          (kind === undefined || letter.content.kind === kind) &&
          (state === undefined || letter.state === state) &&
          isLetterInPhase(letter, phase) &&
          letter.plannedAt >= from &&
          letter.plannedAt < until;
        const isByState = party === undefined && state !== undefined && from === "";
        const byAttention = ({ attentionAt, changedAt, id }: Letter) => `${attentionAt}#${changedAt}#${id}`;
        return pageOf(lettersBy(fits, isByState ? byAttention : byPlanning), paging, !isByState);
      }),
    ofParty: (party, { from = "", ...paging }) =>
      answer(() =>
        pageOf(
          lettersBy((letter) => letter.party === party && letter.plannedAt >= from, byPlanning),
          paging,
          true,
        ),
      ),
    aboutNominations: ({ from = "", ...paging }) =>
      answer(() =>
        pageOf(
          lettersBy((letter) => concernsNominations(letter) && letter.plannedAt >= from, byPlanning),
          paging,
          true,
        ),
      ),
    ofSubject: (subject, paging) =>
      answer(() =>
        pageOf(
          lettersBy((letter) => subjectOfLetter(letter) === subject, byPlanning),
          paging,
          true,
        ),
      ),
    mark: (address) => answer(() => (marks.has(address) ? rowOf(marks.get(address)) : undefined)),
    writeMark: (next) =>
      answer(() => {
        if ((marks.get(next.hash)?.revision ?? 0) !== next.revision - 1) return false;
        marks.set(next.hash, rowOf(next));
        return true;
      }),
    deleteMark: ({ hash, revision }) => answer(() => marks.get(hash)?.revision === revision && marks.delete(hash)),
    erasePastDetails: async (now, erase) => {
      for (const letter of [...letters.values()].filter((one) => !isUnderWay(one))) {
        const details = detailsPast(rowKinds.letters.letter.after, letter.changedAt, now);
        if (details.size > 0) await erase(rowOf(letter), details);
      }
    },
    deletePast: (now) =>
      answer(() => {
        const isOver = (at: string | undefined) => at !== undefined && at < keptFrom(reachKept, now);
        const past = [
          ...[...marks].filter(([, { unsuppressedAt }]) => isOver(unsuppressedAt)).map(([key]) => marks.delete(key)),
          ...[...unreached].filter(([, { until }]) => isOver(until)).map(([key]) => unreached.delete(key)),
          ...[...returns].filter(([, { until }]) => isOver(until)).map(([key]) => returns.delete(key)),
        ];
        return past.length;
      }),
    suppressed: (paging) =>
      answer(() =>
        pageOf(
          [...marks.values()]
            .filter(({ unsuppressedAt }) => unsuppressedAt === undefined)
            .map((mark) => [`${mark.at}#${mark.hash}`, mark] as const),
          paging,
        ),
      ),
    writeUnreachable: (row) => answer(() => void unreached.set(nameOf(row.recipient), rowOf(row))),
    unreachableOf: (recipient) =>
      answer(() => (unreached.has(nameOf(recipient)) ? rowOf(unreached.get(nameOf(recipient))) : undefined)),
    unreachable: (paging) =>
      answer(() =>
        pageOf(
          [...unreached.values()]
            .filter(({ until }) => until === undefined)
            .map((row) => [`${row.since}#${nameOf(row.recipient)}`, row] as const),
          paging,
        ),
      ),
    writeReturned: (row) => answer(() => void returns.set(whence(row), rowOf(row))),
    returnedFrom: (recipient, contact) =>
      answer(() => {
        const row = returns.get(whence({ recipient, contact }));
        return row === undefined ? undefined : rowOf(row);
      }),
    deleteReach: (recipient) =>
      answer(() => {
        unreached.delete(nameOf(recipient));
        for (const contact of Contact.options) returns.delete(whence({ recipient, contact }));
      }),
    returned: (paging) =>
      answer(() =>
        pageOf(
          [...returns.values()]
            .filter(({ until }) => until === undefined)
            .map((row) => [`${row.since}#${whence(row)}`, row] as const),
          paging,
        ),
      ),
    work: (from, request) =>
      answer(() => {
        const tasks = [
          ...[...returns.values()].map(bouncedWork),
          ...[...unreached.values()].map(unreachableWork),
          ...[...letters.values()].map(unknownLetterWork),
        ];
        return workPage(
          tasks.filter((task) => task !== undefined),
          from,
          request,
        );
      }),
    tally: (bulletin) => answer(() => (tallies.has(bulletin) ? rowOf(tallies.get(bulletin)) : undefined)),
    writeTally: (next) =>
      answer(() => {
        if ((tallies.get(next.bulletin)?.revision ?? 0) !== next.revision - 1) return false;
        tallies.set(next.bulletin, rowOf(next));
        return true;
      }),
    awaitedLetter: (bulletin) => answer(() => awaited.get(bulletin)),
    writeAwaitedLetter: (bulletin, letter) => answer(() => void awaited.set(bulletin, letter)),
    conflictNext: () => void (conflicts += 1),
    rows: () => textsOf(rows),
    letters: () => rowOf([...letters.values()]),
    restoration: () => answer(() => restored.get("last")),
    writeRestoration: (next) => answer(() => void restored.set("last", rowOf(next))),
    copy: (other) => memoryLedger(other, copyOfRows(rows)),
  };
};
