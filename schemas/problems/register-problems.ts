/** Problems of entries in the registers of training, dialogues, initiatives, contributions and translations. */
export const registerProblems = {
  "entry-withdrawn": {
    status: 409,
    title: "The entry was withdrawn",
    detail: "[It counts no more since {withdrawnOn}. ]It is not corrected: record what is right as another entry.",
  },
  "other-register": {
    status: 422,
    title: "The entry is of another register",
    detail: "Correct it within its register[, {register}]; or withdraw it, and record another entry.",
  },
  "unknown-review": {
    status: 422,
    title: "There is no review with this id",
    detail: "Choose a review of the list of pairings.",
  },
  "unknown-country": {
    status: 422,
    title: "No country has this code",
    detail: "Give the two-letter code of ISO 3166, like FR[: {country} is none].",
  },
  "unknown-currency": {
    status: 422,
    title: "No currency has this code",
    detail: "Give the three-letter code of ISO 4217, like USD[: {currency} is none].",
  },
} as const;
