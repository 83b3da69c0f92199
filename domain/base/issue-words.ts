import type * as z from "zod";

/** The words for the type that a schema expects. */
const types: Readonly<Record<string, string>> = {
  string: "must be a text",
  number: "must be a number",
  int: "must be a whole number",
  boolean: "must be true or false",
  array: "must be a list",
  object: "must be an object",
  record: "must be an object",
  null: "must be null",
};
const otherwise = "does not have the form that the API reference says";

const quoted = (value: unknown): string => (typeof value === "string" ? `"${value}"` : String(value));
const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `must be ${quoted(values[0])}` : `must be one of ${values.map(String).join(", ")}`;

const units: Readonly<Record<string, string>> = { string: "characters", array: "entries" };

type Raw<Issue extends z.core.$ZodIssueBase> = z.core.$ZodRawIssue<Issue>;

const least = ({ origin, minimum, inclusive }: Raw<z.core.$ZodIssueTooSmall>): string => {
  const unit = units[origin];
  if (unit === undefined) return `must be ${inclusive === false ? "more than" : "at least"} ${minimum}`;
  return Number(minimum) === 1 ? "must not be empty" : `must have at least ${minimum} ${unit}`;
};
const most = ({ origin, maximum, inclusive }: Raw<z.core.$ZodIssueTooBig>): string => {
  const unit = units[origin];
  if (unit === undefined) return `must be ${inclusive === false ? "less than" : "at most"} ${maximum}`;
  return `must have at most ${maximum} ${unit}`;
};

/**
 * Returns instructions for an issue of a schema without words of its own: which values it takes, the number, and the
 * type.
 */
export const issueWords = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return types[issue.expected] ?? otherwise;
    case "invalid_value":
      return oneOf(issue.values);
    case "invalid_union":
      return Array.isArray(issue["options"]) ? oneOf(issue["options"]) : otherwise;
    case "too_small":
      return least(issue);
    case "too_big":
      return most(issue);
    case "unrecognized_keys":
    case "invalid_key":
      return "is unknown here";
    default:
      return otherwise;
  }
};
