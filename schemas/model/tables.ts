/**
 * The three tables, described once: the stack creates them from this, the store spells its keys with it,
 * and nothing else names a key or an index.
 */
type KeyType = "S";

export interface IndexDescription {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** The attributes in the index besides the keys, where these are not all: a list pays by the length of its rows. */
  readonly only?: readonly string[];
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

/** The partition that names every party. */
export const partyNamesPartition = "party-names";
/** The partition of an index that lists every review by a small row. */
export const listedReviewsPartition = "reviews";
/** The partition of an index that lists the obligations of every review by a small row. */
export const listedObligationsPartition = "reviews";

/** Prefix of the partition keys of rows that count the use of daily limits: functions may update no others. */
export const allowancePrefix = "allowance#";

/**
 * What the partition keys begin with that the function for the public reads, by table; no other key exists for it. Below
 * them are aggregates, the public office of a party, and texts that were handed over. Persons, addresses, the contacts of a
 * mission, notes on contacts, drafts, letters and stored replies have other partition keys.
 */
export const publicLeadingKeys = {
  records: ["review#", "published#", "party#", "group#", "status-paper#", "secret#cursor"],
} as const;

/** What the partition keys begin with that the function for the public queries, by table. */
export const publicPartitions = { records: [partyNamesPartition], journal: ["review#"] } as const;

/**
 * Partitions of indexes that the public function lists; the partition of a party holds its seats and the ids of its
 * users.
 */
export const publicIndexKeys: ReadonlyMap<string, readonly string[] | "every party"> = new Map<
  string,
  readonly string[] | "every party"
>([
  ["byKind", ["group", "status-paper"]],
  ["byList", [listedReviewsPartition]],
  ["byStage", ["concluded"]],
  ["byParty", "every party"],
]);

/** Current data: aggregates with their items, idempotency records. */
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
    { name: "byObligation", partitionKey: "obligationKey", sortKey: "obligationSort" },
    { name: "byWork", partitionKey: "workKey", sortKey: "workSort", only: ["work"] },
    { name: "byOfficer", partitionKey: "officerKey", sortKey: "officerSort", only: ["work"] },
    { name: "byList", partitionKey: "listKey", sortKey: "listSort", only: ["listed"] },
    { name: "byReview", partitionKey: "obligationsKey", sortKey: "obligationsSort", only: ["obligations"] },
  ],
} as const satisfies TableDescription;

/** The facts: append-only, hash-chained; the table's stream drives every effect. */
export const journalTable = {
  partitionKey: "subject",
  sortKey: "version",
  keyType: "S",
  stream: true,
  indexes: [{ name: "feed", partitionKey: "month", sortKey: "feedSort" }],
} as const satisfies TableDescription;

/** Letters with their recipients and outcomes. */
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
    { name: "byWork", partitionKey: "workKey", sortKey: "workSort" },
  ],
} as const satisfies TableDescription;
