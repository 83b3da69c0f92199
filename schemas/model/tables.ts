/**
 * The three tables, described once: the stack creates them from this, the store spells its keys with it,
 * and nothing else names a key or an index.
 */
type KeyType = "S";

export interface IndexDescription {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

export interface TableDescription {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly keyType: KeyType;
  readonly stream: boolean;
  /** Attribute holding epoch seconds after which an item may vanish; readers filter on it as well. */
  readonly timeToLive?: string;
  readonly indexes: readonly IndexDescription[];
}

/** What the partition keys of rows begin with that count what is used of a day's limits: functions may update no others. */
export const allowancePrefix = "allowance#";

/**
 * What the partition keys begin with that the function for the public reads, by table; no other key exists for it. Below
 * them are aggregates, the public office of a party, and texts that were handed over. Persons, addresses, the contacts of a
 * mission, notes on contacts, drafts, letters and stored replies have other partition keys.
 */
export const publicLeadingKeys = {
  records: ["review#", "published#", "party#", "group#", "status-paper#", "secret#cursor"],
  journal: ["review#"],
} as const;

/** Which partitions of indexes the function for the public lists; of a party that are its seats, and the ids of its users. */
export const publicIndexKeys: ReadonlyMap<string, readonly string[] | "every party"> = new Map<
  string,
  readonly string[] | "every party"
>([
  ["byKind", ["review", "party", "group", "status-paper"]],
  ["byStage", ["concluded"]],
  ["byParty", "every party"],
]);

/** Every kind of row there is, by table. How long each lives stands in domain/base/retention.ts. */
export const rowKinds = {
  records: [
    "aggregate",
    "mission",
    "public-office",
    "person",
    "former-address",
    "erasing",
    "account",
    "address",
    "calendar-link",
    "request",
    "draft",
    "document",
    "published-text",
    "contact",
    "preview",
    "preview-page",
    "preview-order",
    "import-page",
    "paper-page",
    "latest-paper",
    "wording",
    "recipients",
    "text",
    "index-row",
    "cursor-secret",
    "allowance",
    "presidents-reminders",
    "migration",
    "counts-state",
    "counts-block",
    "counted",
    "counts-batch",
  ],
  journal: ["entry"],
  letters: ["letter", "letter-text", "mark", "unreachable", "returned", "tally", "awaited", "slots", "restoration"],
} as const;
export type RowKind = (typeof rowKinds)[keyof typeof rowKinds][number];

/** What is true now: subjects with their items, idempotency records. */
export const recordsTable = {
  partitionKey: "pk",
  sortKey: "sk",
  keyType: "S",
  stream: false,
  timeToLive: "expiresAt",
  indexes: [
    { name: "byKind", partitionKey: "kindKey", sortKey: "kindSort" },
    { name: "byStage", partitionKey: "stageKey", sortKey: "stageSort" },
    { name: "byParty", partitionKey: "partyKey", sortKey: "partySort" },
    { name: "byDue", partitionKey: "dueKey", sortKey: "dueSort" },
    { name: "byOwed", partitionKey: "owedKey", sortKey: "owedSort" },
    { name: "byWork", partitionKey: "workKey", sortKey: "workSort" },
    { name: "byOfficer", partitionKey: "officerKey", sortKey: "officerSort" },
  ],
} as const satisfies TableDescription;

/** What happened: append-only, hash-chained, its stream drives every effect. */
export const journalTable = {
  partitionKey: "subject",
  sortKey: "version",
  keyType: "S",
  stream: true,
  indexes: [{ name: "feed", partitionKey: "month", sortKey: "feedSort" }],
} as const satisfies TableDescription;

/** What was sent to whom, and what became of it. */
export const lettersTable = {
  partitionKey: "id",
  keyType: "S",
  stream: false,
  indexes: [
    { name: "byState", partitionKey: "state", sortKey: "attentionSort" },
    { name: "byParty", partitionKey: "partyKey", sortKey: "partySort" },
    { name: "bySubject", partitionKey: "subjectKey", sortKey: "subjectSort" },
    { name: "byMonth", partitionKey: "monthKey", sortKey: "monthSort" },
    { name: "byNomination", partitionKey: "nominationKey", sortKey: "nominationSort" },
  ],
} as const satisfies TableDescription;
