/** Kinds of findings; each is reported once for each item that it concerns. */
export type FindingKind =
  | "chain-broken"
  | "aggregate-missing"
  | "feed-incomplete"
  | "stage-out-of-order"
  | "due-date-wrong"
  | "obligation-differs"
  | "draw-differs"
  | "seats-unsound"
  | "division-unsound"
  | "gate-miscounted"
  | "gate-not-reached"
  | "phase-incomplete"
  | "phase-before-release"
  | "pairing-changed"
  | "mandate-lost"
  | "register-differs"
  | "register-count-wrong"
  | "feedback-differs"
  | "reminder-missing"
  | "reminder-early"
  | "reminder-late"
  | "reminder-unfounded"
  | "reminder-after-end"
  | "notice-missing"
  | "notice-late"
  | "notice-unfounded"
  | "denunciation-left-over"
  /** A denunciation without the approval of a second person. */
  | "denunciation-unapproved"
  /** Another act without the approval of a second person. */
  | "second-person-missing"
  | "phase-corrected-wrongly"
  | "denunciation-day-differs"
  | "mail-without-letter"
  | "letter-without-mail"
  | "letter-mailed-twice"
  | "mail-time-differs"
  | "mail-to-other-address"
  | "letter-text-differs"
  | "letter-said-wrong"
  | "letter-stuck"
  | "text-day-unconfirmed"
  | "text-name-unconfirmed"
  | "text-review-unconfirmed"
  | "held-review-listed"
  | "review-in-no-stage"
  | "review-in-two-stages"
  | "figure-miscounted"
  | "figure-differs"
  | "statistic-wrong"
  | "statistic-members-wrong"
  | "statistic-parts-wrong"
  | "paper-miscounted"
  | "paper-misprinted"
  | "paper-contradicts-itself"
  | "paper-changed"
  | "field-not-permitted"
  | "letter-in-other-language"
  | "letter-role-wrong"
  | "letter-to-closed-access"
  | "second-contact-missing"
  | "letter-of-held-review"
  | "header-wrong"
  | "daily-list-differs"
  | "presidents-list-differs"
  | "digest-differs"
  | "calendar-file-differs"
  | "calendar-link-differs"
  | "kept-too-short"
  | "erasure-incomplete"
  | "bulletin-differs"
  | "worklist-differs"
  | "write-lost";

export interface Finding {
  readonly kind: FindingKind;
  /** Its subject: a journal, letter, mail, review, figure or request. */
  readonly about: string;
  /** In one sentence, with the values that do not agree. */
  readonly why: string;
  /** The paragraph of process.md, or of another page, that says how it should be. */
  readonly rule: string;
}

/** Counts the checked items of each kind, so that an empty report cannot mean that no item was checked. */
export class Tally {
  readonly counts = new Map<string, number>();
  readonly findings: Finding[] = [];

  count(what: string, number = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + number);
  }

  report(kind: FindingKind, about: string, why: string, rule: string): void {
    this.findings.push({ kind, about, why, rule });
  }
}
