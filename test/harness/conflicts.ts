import type { Answer } from "./contract.ts";

/**
 * Sends a request, and repeats it as long as others change the aggregate at the same time, as that refusal instructs a
 * client. The number of such conflicts depends on the load of the machine.
 */
export const untilNoConflict = async (request: () => Promise<Answer>): Promise<Answer> => {
  let answer = await request();
  while (answer.problem === "conflict") answer = await request();
  return answer;
};
