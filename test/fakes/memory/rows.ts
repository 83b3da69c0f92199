import type { Counted } from "../../../domain/policy/limits.ts";
import type { CursorSecrets } from "../../../lambdas/io/cursor-secrets.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { FormerPerson, IdempotencyRecord, Store } from "../../../lambdas/io/ports/store.ts";
import type { Hash, PartyId, ReviewId, StatusPaperId, UserId } from "../../../schemas/base/ids.ts";
import type { DocumentText, Draft } from "../../../schemas/model/draft.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { MissionContacts } from "../../../schemas/model/party.ts";
import type { CalendarDate, EmailAddress } from "../../../schemas/base/values.ts";
import type { Person } from "../../../schemas/model/user.ts";
import { type BulletinRows, noBulletinRows } from "./bulletins.ts";
import { answer } from "./pages.ts";

/** Everything that a store in memory keeps, by key. */
export interface StoreRows {
  readonly aggregates: Map<string, Aggregate<AggregateKind>>;
  readonly journal: JournalEntry[];
  readonly missions: Map<PartyId, MissionContacts>;
  readonly people: Map<UserId, Person>;
  readonly erasing: Map<UserId, FormerPerson>;
  readonly formerAddresses: Map<string, EmailAddress>;
  /** The value is undefined for an account that was given up. */
  readonly accounts: Map<string, UserId | undefined>;
  readonly calendarLinks: Map<string, UserId>;
  readonly drafts: Map<string, Draft>;
  readonly documents: Map<string, DocumentText>;
  readonly published: Map<ReviewId, ReadonlyMap<Hash, DocumentText>>;
  readonly contacts: Map<string, FollowUp>;
  readonly requests: Map<string, IdempotencyRecord & { readonly until: number }>;
  readonly allowances: Map<string, { readonly [C in Counted]?: number }>;
  readonly importPages: Map<string, string>;
  readonly paperPages: Map<string, string>;
  readonly latestPapers: Map<CalendarDate, StatusPaperId>;
  readonly bulletins: BulletinRows;
  cursorSecrets: CursorSecrets | undefined;
}

export const noRows = (): StoreRows => ({
  aggregates: new Map(),
  journal: [],
  missions: new Map(),
  people: new Map(),
  erasing: new Map(),
  formerAddresses: new Map(),
  accounts: new Map(),
  calendarLinks: new Map(),
  drafts: new Map(),
  documents: new Map(),
  published: new Map(),
  contacts: new Map(),
  requests: new Map(),
  allowances: new Map(),
  importPages: new Map(),
  paperPages: new Map(),
  latestPapers: new Map(),
  bulletins: noBulletinRows(),
  cursorSecrets: undefined,
});

/** Returns separate copies of the maps. Their values are frozen, so they are not copied. */
export const copyOfRows = (rows: StoreRows): StoreRows => ({
  aggregates: new Map(rows.aggregates),
  journal: [...rows.journal],
  missions: new Map(rows.missions),
  people: new Map(rows.people),
  erasing: new Map(rows.erasing),
  formerAddresses: new Map(rows.formerAddresses),
  accounts: new Map(rows.accounts),
  calendarLinks: new Map(rows.calendarLinks),
  importPages: new Map(rows.importPages),
  paperPages: new Map(rows.paperPages),
  latestPapers: new Map(rows.latestPapers),
  drafts: new Map(rows.drafts),
  documents: new Map(rows.documents),
  published: new Map(rows.published),
  contacts: new Map(rows.contacts),
  requests: new Map(rows.requests),
  allowances: new Map(rows.allowances),
  bulletins: {
    previews: new Map(rows.bulletins.previews),
    orders: new Map(rows.bulletins.orders),
    reminders: new Map(rows.bulletins.reminders),
    pages: new Map(rows.bulletins.pages),
    wordings: new Map(rows.bulletins.wordings),
    texts: new Map(rows.bulletins.texts),
    frozen: new Map(rows.bulletins.frozen),
  },
  cursorSecrets: rows.cursorSecrets,
});

/** Returns a store of the secrets of cursors, in memory. */
export const memorySecrets = (
  rows: Pick<StoreRows, "cursorSecrets">,
): Pick<Store, "cursorSecrets" | "replaceCursorSecrets"> => ({
  cursorSecrets: (propose) => answer(() => (rows.cursorSecrets ??= propose())),
  replaceCursorSecrets: (before, next) =>
    answer(() => {
      if (rows.cursorSecrets?.newest !== before.newest) return false;
      rows.cursorSecrets = next;
      return true;
    }),
});

const textsIn = (kept: unknown): readonly string[] => {
  if (kept instanceof Map) return [...kept].map((row) => JSON.stringify(row));
  if (Array.isArray(kept)) return kept.map((row) => JSON.stringify(row));
  if (typeof kept === "object" && kept !== null) return Object.values(kept).flatMap(textsIn);
  return [JSON.stringify(kept) ?? ""];
};

/** Returns every row as a text: its key and its value. */
export const textsOf = (rows: object): readonly string[] => textsIn(rows);
