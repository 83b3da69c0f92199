import { type Surroundings, workItem } from "../../domain/views/worklist.ts";
import type { Contact } from "../../schemas/contact.ts";
import type { PartyId, ReviewId, UserId } from "../../schemas/ids.ts";
import type { Instant, Language } from "../../schemas/values.ts";
import { type Work, WorkKind } from "../../schemas/worklist.ts";
import type { WorkItem } from "../../schemas/worklist-views.ts";
import type { Page, Paging, Store } from "../io/ports.ts";

export interface WorklistIo {
  readonly store: Store;
}

/** Whose work is asked for, and of which kind; everything where both are left out. */
export interface WorkWanted {
  readonly kind?: WorkKind | undefined;
  readonly officer?: UserId | undefined;
  readonly now: Instant;
  readonly language: Language;
}

/** A position in the whole list: the kind that is being told, and where in it. */
const placeOf = (after: string | undefined, kinds: readonly WorkKind[]) => {
  const [name, position] = after?.split(" ") ?? [];
  const at = kinds.findIndex((kind) => kind === name);
  return { at: at < 0 ? 0 : at, position: position === "" ? undefined : position };
};

/**
 * A page of what the secretariat has to see to now, kind after kind in their order, the longest waiting first within
 * each. Each kind is read from an index that holds what is to be done and nothing else.
 */
export const worklistPage = async (
  io: WorklistIo,
  { kind, officer, now, language }: WorkWanted,
  { limit, after }: Paging,
): Promise<Page<WorkItem>> => {
  const kinds = kind === undefined ? WorkKind.options : [kind];
  let { at, position } = placeOf(after, kinds);
  const found: Work[] = [];
  for (; at < kinds.length; at += 1) {
    const current = kinds[at];
    if (current === undefined || found.length === limit) break;
    const page = await io.store.work(current, {
      limit: limit - found.length,
      until: now,
      ...(position === undefined ? {} : { after: position }),
      ...(officer === undefined ? {} : { officer }),
    });
    found.push(...page.items);
    position = page.next;
    if (position !== undefined) break;
  }
  const [going] = kinds.slice(at);
  return {
    items: await described(io, found, now, language),
    ...(going === undefined ? {} : { next: `${going} ${position ?? ""}` }),
  };
};

const distinct = <Id extends string>(ids: readonly (Id | undefined)[]): readonly Id[] => [
  ...new Set(ids.flatMap((id) => id ?? [])),
];

const contactOf = async (store: Store, { party, contact }: Work): Promise<Contact | undefined> =>
  party === undefined || contact === undefined ? undefined : store.contact(party, contact);

const described = async (
  { store }: WorklistIo,
  found: readonly Work[],
  now: Instant,
  language: Language,
): Promise<readonly WorkItem[]> => {
  const blocked = found.filter(({ kind }) => kind === "blocked");
  const [reviews, parties, contacts] = await Promise.all([
    store.loadMany("review", distinct<ReviewId>(blocked.map(({ review }) => review))),
    store.loadMany("party", distinct<PartyId>(found.map(({ party }) => party))),
    Promise.all(found.map((work) => contactOf(store, work))),
  ]);
  const names = new Map(parties.map(({ state }) => [state.id, state.name]));
  const states = new Map(reviews.map(({ state }) => [state.id, state]));
  return found.map((work, place) => {
    const around: Surroundings = {
      partyName: work.party === undefined ? undefined : names.get(work.party),
      review: work.review === undefined ? undefined : states.get(work.review),
      contact: contacts[place],
    };
    return workItem(work, around, now, language);
  });
};
