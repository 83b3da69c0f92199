import type { Letter } from "../../schemas/model/letter.ts";

/** A held letter as a line: what a person needs to find out whether it left. */
export const heldLine = ({ id, state, content, party, plannedFor }: Letter): string =>
  [id, plannedFor, state, content.kind, party ?? "-"].join("  ");
