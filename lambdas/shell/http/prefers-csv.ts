import Negotiator from "negotiator";

const preferred = (accepted: string): string | undefined =>
  new Negotiator({ headers: { accept: accepted } }).mediaType(["application/json", "text/csv"]);

/**
 * Returns true if the caller prefers a table to JSON (RFC 9110, 12.5.1). Equal preference means JSON, in any order:
 * generated clients list all types of the document.
 */
export const prefersCsv = (accepted: string | undefined): boolean => {
  if (accepted === undefined) return false;
  const reversed = accepted.split(",").toReversed().join(",");
  return preferred(accepted) === "text/csv" && preferred(reversed) === "text/csv";
};
