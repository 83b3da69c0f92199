import type { StatementSync } from "node:sqlite";
import type { EngineClient } from "../services/engine-client.ts";
import { fieldsOf, listOf, textOf } from "../base/json.ts";
import type { LetterRecords } from "../services/letter-records.ts";
import type { MailService } from "../services/mail.ts";
import type { StackModel } from "../template/stack-model.ts";
import type { StateDb } from "../base/state-db.ts";
import { lastShardOf, positionSetting } from "./stream-shard.ts";
import { streamOf } from "../services/tables.ts";

/** Letters mailed before a restore of tables that do not contain this. */
export interface MailedBefore {
  /** The mail of such a letter; undefined for any other. */
  readonly find: (letter: string) => string | undefined;
  /** Remembers what the mailbox has and the app does not know; returns how many letters that are. */
  readonly learn: (records: LetterRecords, mailbox: Pick<MailService, "reportAgain">) => Promise<number>;
}

/** The mail of each letter that the mailbox has; the last where there are several. */
const mailsByLetter = (mailed: StatementSync): ReadonlyMap<string, string> => {
  const mails = new Map<string, string>();
  for (const { id, letter } of mailed.all()) if (typeof letter === "string") mails.set(letter, String(id));
  return mails;
};

/** Opens the list of such letters; it is empty if tables were never restored. */
export const openMailedBefore = (stateDb: StateDb): MailedBefore => {
  const { database } = stateDb;
  const find = database.prepare("SELECT mail FROM mailed_before WHERE letter = ?");
  const mailed = database.prepare(
    "SELECT id, json_extract(details, '$.tags.letter') AS letter FROM mails ORDER BY sequence",
  );
  const keep = database.prepare("INSERT OR REPLACE INTO mailed_before VALUES (?, ?)");
  return {
    find: (letter) => textOf(find.get(letter)?.["mail"]),
    learn: async (records, mailbox) => {
      const mails = mailsByLetter(mailed);
      const known = await records.find([...mails.keys()]);
      const unsent = [...mails].filter(([letter]) => known.get(letter)?.sent !== "yes");
      stateDb.together(() => {
        for (const [letter, mail] of unsent) keep.run(letter, mail);
      });
      for (const [letter, mail] of unsent) if (known.get(letter)?.sent === "unknown") mailbox.reportAgain(mail);
      return unsent.length;
    },
  };
};

/** Returns whether a stream holds the record with this number. The engine compares its last number as text. */
const holdsRecord = async (engine: EngineClient, streamArn: string, number: string): Promise<boolean> => {
  const shard = await lastShardOf(engine, streamArn);
  if (shard === undefined) return false;
  const { ShardIterator } = await engine.stream("GetShardIterator", {
    StreamArn: streamArn,
    ShardId: shard,
    ShardIteratorType: "AT_SEQUENCE_NUMBER",
    SequenceNumber: number,
  });
  const { Records } = await engine.stream("GetRecords", { ShardIterator, Limit: 1 });
  return fieldsOf(fieldsOf(listOf(Records)[0])["dynamodb"])["SequenceNumber"] === number;
};

/** A position before every record. */
const fromTheBeginning = "0";

export interface PutBackParts {
  readonly plan: StackModel;
  readonly engine: EngineClient;
  readonly stateDb: StateDb;
}

/**
 * Whether the tables do not hold the entry that was read last from their streams, so that they were put back by themselves. From then
 * on each stream is read again from its beginning: what followed from its last entries is perhaps not in the tables, and
 * new entries bear numbers that were read before. What has followed already does not follow twice.
 */
export const tablesWerePutBack = async ({ plan, engine, stateDb }: PutBackParts): Promise<boolean> => {
  let werePutBack = false;
  for (const source of plan.streamSources) {
    const table = plan.tables.find(({ streamArn }) => streamArn === source.sourceArn);
    if (table === undefined) continue;
    const streamArn = await streamOf(engine, table.name);
    const setting = positionSetting(source, streamArn);
    const position = stateDb.setting(setting);
    if (position === undefined || position === fromTheBeginning) continue;
    if (await holdsRecord(engine, streamArn, position)) continue;
    stateDb.set(setting, fromTheBeginning);
    werePutBack = true;
  }
  return werePutBack;
};
