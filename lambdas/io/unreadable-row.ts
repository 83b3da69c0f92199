/** A stored row is not what its schema says. */
export class UnreadableRow extends TypeError {
  constructor(message: string) {
    super(message);
    this.name = "UnreadableRow";
  }
}
