import type { RecordKey } from "./key.ts";

export const cursorSecretKey: RecordKey = { pk: "secret#cursor", sk: "secret" };
/** Returns the key of the record that a migration is complete. */
export const migrationKey = (number: number): RecordKey => ({ pk: `migration#${number}`, sk: "migration" });
/** The key of the row that says up to where notes on contacts are erased. */
export const notesErasedKey: RecordKey = { pk: "erased-up-to#note", sk: "progress" };
/** The key of the row that says how far the nightly audit of journals has come. */
export const auditProgressKey: RecordKey = { pk: "audited-up-to#journals", sk: "progress" };
