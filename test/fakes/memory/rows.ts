import type { Counted } from "../../../domain/policy/day-limits.ts";
import type { CursorSecrets } from "../../../lambdas/io/cursor-secrets.ts";
import type { AuditProgress } from "../../../lambdas/io/store/audit-progress.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { FormerPerson, IdempotencyRecord } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Hash, PartyId, ReviewId, StatusPaperId, UserId } from "../../../schemas/base/ids.ts";
import type { DocumentText, Draft } from "../../../schemas/model/draft.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { MissionContacts } from "../../../schemas/model/party.ts";
import type { CalendarDate, EmailAddress } from "../../../schemas/base/values.ts";
import type { Person } from "../../../schemas/model/user.ts";
import { noBulletinRows } from "./bulletins.ts";
import { answer } from "./pages.ts";

/** Returns everything that a store in memory keeps, by key: nothing yet. */
export const noRows = () => ({
  aggregates: new Map<string, Aggregate<AggregateKind>>(),
  journal: new Array<JournalEntry>(),
  missions: new Map<PartyId, MissionContacts>(),
  people: new Map<UserId, Person>(),
  erasing: new Map<UserId, FormerPerson>(),
  formerAddresses: new Map<string, EmailAddress>(),
  /** The value is undefined for an account that was given up. */
  accounts: new Map<string, UserId | undefined>(),
  calendarLinks: new Map<string, UserId>(),
  drafts: new Map<string, Draft>(),
  documents: new Map<string, DocumentText>(),
  published: new Map<ReviewId, ReadonlyMap<Hash, DocumentText>>(),
  contacts: new Map<string, FollowUp>(),
  requests: new Map<string, IdempotencyRecord & { readonly until: number }>(),
  allowances: new Map<string, { readonly [C in Counted]?: number }>(),
  importPages: new Map<string, string>(),
  paperPages: new Map<string, string>(),
  latestPapers: new Map<CalendarDate, StatusPaperId>(),
  bulletins: noBulletinRows(),
  cursorSecrets: undefined as CursorSecrets | undefined,
  auditProgress: undefined as AuditProgress | undefined,
});
export type StoreRows = ReturnType<typeof noRows>;

/** Returns separate copies of all maps and lists. Their values are frozen, so they are not copied. */
export const copyOfRows = <Rows>(rows: Rows): Rows => {
  if (rows instanceof Map) return new Map(rows) as Rows;
  if (Array.isArray(rows)) return [...rows] as Rows;
  if (typeof rows !== "object" || rows === null) return rows;
  return Object.fromEntries(Object.entries(rows).map(([name, kept]) => [name, copyOfRows(kept)])) as Rows;
};

/** Returns a store of the secrets of cursors and of the progress of the audit, in memory. */
export const memorySystemRows = (
  rows: Pick<StoreRows, "cursorSecrets" | "auditProgress">,
): Pick<Store, "cursorSecrets" | "replaceCursorSecrets" | "auditProgress" | "saveAuditProgress"> => ({
  auditProgress: () => answer(() => rows.auditProgress),
  saveAuditProgress: (progress) =>
    answer(() => {
      rows.auditProgress = progress;
    }),
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
