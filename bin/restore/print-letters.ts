import type { Letter } from "../../schemas/model/letter.ts";

/** A paused letter as a line: what a person needs to find out whether it left. */
export const pausedLine = ({ id, state, content, party, plannedFor }: Letter): string =>
  [id, plannedFor, state, content.kind, party ?? "-"].join("  ");
