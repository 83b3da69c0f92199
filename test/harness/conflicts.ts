import type { Answer } from "./contract.ts";

/**
 * Asks, and asks again as long as others change the same thing at the same time, as that refusal tells a client to do. How
 * often requests that are sent together meet so depends on what else the machine does.
 */
export const untilNoConflict = async (request: () => Promise<Answer>): Promise<Answer> => {
  let answer = await request();
  while (answer.problem === "conflict") answer = await request();
  return answer;
};
