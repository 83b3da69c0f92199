import { type Fields, fieldsOf, listOf, textOf } from "../base/json.ts";
import { AwsError, shortName } from "./aws-service.ts";
import { sqsServiceError } from "./sqs-errors.ts";

/** Entries of a batch, and messages that are received, at most. */
export const maxPerCall = 10;

interface Entry {
  readonly id: string;
  readonly fields: Fields;
}

/** The entries of a batch. Throws AwsError where they are none, too many, or two with one id. */
const entriesOf = (input: Fields): readonly Entry[] => {
  const entries = listOf(input["Entries"]).map((each) => {
    const fields = fieldsOf(each);
    return { id: textOf(fields["Id"]) ?? "", fields };
  });
  if (entries.length === 0) throw sqsServiceError("EmptyBatchRequest", "There should be at least one entry.");
  if (entries.length > maxPerCall) {
    const message = `Maximum number of entries per request are ${maxPerCall}. You have sent ${entries.length}.`;
    throw sqsServiceError("TooManyEntriesInBatchRequest", message);
  }
  if (new Set(entries.map(({ id }) => id)).size < entries.length) {
    throw sqsServiceError("BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id.");
  }
  return entries;
};

/** Carries out each entry of a batch; an AwsError that it throws becomes that entry's failure. */
export const carryOutBatch = (input: Fields, carryOut: (entry: Fields) => Fields): Fields => {
  const successful: Fields[] = [];
  const failed: Fields[] = [];
  for (const { id, fields } of entriesOf(input)) {
    try {
      successful.push({ Id: id, ...carryOut(fields) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({ Id: id, SenderFault: true, Code: shortName(error.type), Message: error.message });
    }
  }
  return { Successful: successful, Failed: failed };
};
