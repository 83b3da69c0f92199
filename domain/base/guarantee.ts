/** A guarantee of the system that does not hold: its number in the list of guarantees, about what, and why. */
export interface GuaranteeViolation {
  readonly guarantee: number;
  readonly about: string;
  readonly why: string;
}
