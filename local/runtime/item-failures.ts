import { fieldsOf, listOf, parseJson, textOf } from "../base/json.ts";

/** The identifiers of the items that a function reports as failed, in its order; empty for those that are no text. */
export const itemFailures = (payload: string): readonly string[] =>
  listOf(fieldsOf(parseJson(payload))["batchItemFailures"]).map(
    (failure) => textOf(fieldsOf(failure)["itemIdentifier"]) ?? "",
  );
