import Negotiator from "negotiator";

const preferred = (accepted: string): string | undefined =>
  new Negotiator({ headers: { accept: accepted } }).mediaType(["application/json", "text/csv"]);

/**
 * Whether whoever asks would rather have a table than JSON (RFC 9110, 12.5.1). Who likes both as much gets JSON, in whatever
 * order they are named: clients that were generated list all that the document has.
 */
export const prefersCsv = (accepted: string | undefined): boolean => {
  if (accepted === undefined) return false;
  const reversed = accepted.split(",").toReversed().join(",");
  return preferred(accepted) === "text/csv" && preferred(reversed) === "text/csv";
};
