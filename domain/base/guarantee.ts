/** A guarantee of the system that does not hold: its number in the list of guarantees, about what, and why. */
export interface Broken {
  readonly guarantee: number;
  readonly about: string;
  readonly why: string;
}
