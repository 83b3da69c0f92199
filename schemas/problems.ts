/**
 * Every problem that a function answers, with its status and what the caller can do about it. The `type` of a
 * problem is `urn:review-mechanism:problem:<key>` and never changes its meaning.
 */
export const problems = {
  "malformed-json": { status: 400, title: "The body is no JSON", advice: "Send one JSON object, UTF-8." },
  "invalid-request": {
    status: 400,
    title: "The request does not fit the schema",
    advice: "Mend what `errors` lists; each entry points at one place.",
  },
  "idempotency-key-missing": {
    status: 400,
    title: "A creation needs an Idempotency-Key",
    advice: "Send a key of 8 to 128 letters, digits, - or _, made anew for each creation and kept for its repeats.",
  },
  "invalid-cursor": {
    status: 400,
    title: "This cursor was not given out by this list",
    advice: "Start again without `cursor`, then follow `next` as it is, with the same filters.",
  },
  "wrong-token-use": {
    status: 401,
    title: "This is not an access token",
    advice: "Send the access token of the sign-in, not the id token.",
  },
  "no-account": {
    status: 403,
    title: "This account belongs to nobody who is registered here",
    advice: "Ask your permanent mission to name you, or the secretariat to register you.",
  },
  "not-yours": {
    status: 403,
    title: "This is for somebody else to do",
    advice: "See `actions` of the review for what you may do now.",
  },
  "not-found": { status: 404, title: "There is nothing here", advice: "Check the path and the ids in it." },
  "method-not-allowed": { status: 405, title: "This path takes other methods", advice: "See the API reference." },
  "wrong-stage": {
    status: 409,
    title: "The review is in another stage",
    advice: "Read it again: `stage` and `actions` say what comes next.",
  },
  "group-already-started": {
    status: 409,
    title: "The group has started on another day",
    advice: "Read the group: a wrong start date is corrected, not started again.",
  },
  "focal-point-exists": {
    status: 409,
    title: "The party has a focal point in this review",
    advice: "One focal point serves per party and review; leave those reviews out, they are listed in `reviews`.",
  },
  "address-in-use": {
    status: 409,
    title: "This e-mail address belongs to somebody registered for another party or role",
    advice: "Use an address of the person's own.",
  },
  "already-registered": {
    status: 409,
    title: "This is registered already",
    advice: "Read it, and correct it where it is wrong.",
  },
  conflict: {
    status: 409,
    title: "Others changed the same thing at the same time",
    advice: "Send the request again; nothing of it was done.",
  },
  "stale-version": {
    status: 412,
    title: "It has changed since you read it",
    advice: "Read it again, decide again, send the new ETag as If-Match.",
  },
  "body-too-large": { status: 413, title: "The body is over 256 KB", advice: "Send less at once." },
  "wrong-content-type": {
    status: 415,
    title: "The body is of another type than this operation takes",
    advice: "Set Content-Type as the API reference says.",
  },
  "date-in-the-future": { status: 422, title: "This day lies ahead", advice: "Give a day up to today in Vienna." },
  "date-too-early": {
    status: 422,
    title: "This day lies before the Mechanism was launched or the review began",
    advice: "Give a later day; `earliest` says from when.",
  },
  "not-participating": {
    status: 422,
    title: "The party does not take part in the Mechanism",
    advice: "Only parties that take part have reviews.",
  },
  "no-review-to-serve": {
    status: 422,
    title: "The party has no review to name somebody for",
    advice: "Wait for the drawing of lots, or name reviews in which the party holds a seat.",
  },
  "not-in-this-review": {
    status: 422,
    title: "The party holds no seat in this review",
    advice: "Name reviews in which the party is under review or reviews.",
  },
  "unknown-party": { status: 422, title: "No party has this code", advice: "See /v1/parties." },
  "unknown-person": { status: 422, title: "The party has nobody with this id", advice: "See the party's mandates." },
  "party-required": {
    status: 422,
    title: "The role and the party do not fit",
    advice: "A permanent mission acts for a party; the secretariat and the President act for none.",
  },
  "invalid-party-file": {
    status: 422,
    title: "The party file has broken rows; nothing was imported",
    advice: "Mend the rows and columns that `errors` names and send the whole file again.",
  },
  "key-reused": {
    status: 422,
    title: "This Idempotency-Key came with another body before",
    advice: "Make a new key for a new request; repeat a request with its body unchanged.",
  },
  "version-missing": {
    status: 428,
    title: "This change needs If-Match",
    advice: "Read it first and send its ETag as If-Match.",
  },
  internal: {
    status: 500,
    title: "Something failed here",
    advice: "Send the request again later; quote `instance` to the operators.",
  },
  busy: { status: 503, title: "Too much at once", advice: "Send the request again after Retry-After seconds." },
} as const satisfies Record<string, { status: number; title: string; advice: string }>;

export type ProblemKind = keyof typeof problems;

/** The URN that names a problem, for ever. */
export const problemType = (kind: ProblemKind): string => `urn:review-mechanism:problem:${kind}`;
