/** Problems of a request before or after the decision on its command: one part of the table of problems. */
export const requestProblems = {
  "malformed-json": { status: 400, title: "The body is no JSON", detail: "Send one JSON object, UTF-8." },
  "invalid-request": {
    status: 400,
    title: "The request does not fit the schema",
    detail: "Correct what is marked: each message names one place.",
  },
  "idempotency-key-missing": {
    status: 400,
    title: "A creation needs an Idempotency-Key",
    detail: "Send a key of 8 to 128 letters, digits, - or _, a new one for each creation and kept for its repeats.",
  },
  "idempotency-key-invalid": {
    status: 400,
    title: "An Idempotency-Key has 8 to 128 letters, digits, - or _",
    detail: "Make a key of A to Z, a to z, 0 to 9, - and _; a new one for each request, kept for its repeats.",
  },
  "invalid-cursor": {
    status: 400,
    title: "This cursor was not given out by this list",
    detail: "Start again at the beginning of the list, with the same filters.",
  },
  "wrong-token-use": {
    status: 401,
    title: "This is not an access token",
    detail: "Send the access token of the sign-in, not the id token.",
  },
  "no-account": {
    status: 403,
    title: "This account belongs to no registered user",
    detail:
      "Your permanent mission can name you, or the secretariat can register you; if you were named a moment ago, try again in a few seconds.",
  },
  "access-closed": {
    status: 403,
    title: "Your access to the system was closed",
    detail: "Contact the secretariat if you think that this is a mistake.",
  },
  "access-suspended": {
    status: 403,
    title: "Your access to the system is suspended",
    detail: "[It opens again on {until}. ]Write to the secretariat if you think that this is a mistake.",
  },
  "second-factor-required": {
    status: 403,
    title: "Your role needs a second factor",
    detail: "Set up an authenticator app if you have none. Then sign in again with its code.",
  },
  "calendar-link-revoked": {
    status: 410,
    title: "This link to a calendar is worth nothing any more",
    detail:
      "It was revoked, another took its place, or the access of the user who created it has ended. Request a new one from them.",
  },
  "method-not-allowed": { status: 405, title: "This path takes other methods", detail: "See the API reference." },
  conflict: {
    status: 409,
    title: "Others changed the same thing at the same time",
    detail: "Send the request again; nothing of it was done.",
  },
  "stale-version": {
    status: 412,
    title: "It has changed since you read it",
    detail: "Somebody has changed it in the meantime. Read it again, and decide again.",
  },
  "body-too-large": { status: 413, title: "The body is over 1 MB", detail: "Send less at once." },
  "import-too-large": {
    status: 413,
    title: "The import is over 5.75 MB",
    detail:
      "Split it by groups: each import holds all rows of its groups, and parties and missions are in the first. Where one group alone is too large, leave the texts out and say where they are.",
  },
  "wrong-content-type": {
    status: 415,
    title: "The body is of another type than this operation takes",
    detail: "Set Content-Type as the API reference says.",
  },
  "invalid-party-file": {
    status: 422,
    title: "The party file has broken rows; nothing was imported",
    detail: "Correct the rows and columns that are named, and send the whole file again.",
  },
  "invalid-import": {
    status: 422,
    title: "The import does not hold together; nothing of it was taken over",
    detail:
      "Correct the sheets, rows and columns that are named, and send the whole import again. A trial run checks it and takes nothing over.",
  },
  "key-reused": {
    status: 422,
    title: "This Idempotency-Key came with another body before",
    detail: "Make a new key for a new request; repeat a request with its body unchanged.",
  },
  "answer-outdated": {
    status: 409,
    title: "What this request was answered before holds no more",
    detail:
      "It changed nothing then, and nothing now. Read the current state, and send what you still want with a new Idempotency-Key.",
  },
  "commands-used-up": {
    status: 429,
    title: "The commands of this day are used up",
    detail: "Send this one again on the next day in Vienna[, after {until}].[ A user, or a party, has {most} a day.]",
  },
  "letters-used-up": {
    status: 429,
    title: "The letters of this day are used up",
    detail:
      "Send this command again on the next day in Vienna[, after {until}].[ The commands of a user, or of a party, may cause {most} letters a day.]",
  },
  "namings-used-up": {
    status: 429,
    title: "The party has named or removed as many people as a day allows",
    detail:
      "Send this command again on the next day in Vienna[, after {until}].[ A party may name, replace or remove people, or set an address, {most} times a day.]",
  },
  "contacts-used-up": {
    status: 429,
    title: "You have read the contact details of as many people as a day allows",
    detail:
      "Continue on the next day in Vienna[, after {until}].[ A day allows {most} people.] People of your own party are not counted.",
  },
  "version-missing": {
    status: 428,
    title: "This change needs If-Match",
    detail: "Read it first and send its ETag as If-Match.",
  },
  internal: {
    status: 500,
    title: "Something failed here",
    detail: "Send the request again later. If it fails again, give its number to the operators.",
  },
  unavailable: {
    status: 503,
    title: "The database does not answer",
    detail: "Send the same request again after Retry-After seconds, with the Idempotency-Key that it had.",
  },
  busy: { status: 503, title: "Too much at once", detail: "Send the request again after Retry-After seconds." },
} as const;
