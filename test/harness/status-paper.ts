import { answerOf, makeIdempotencyKey } from "../../client/client.ts";
import { clientFor, type Send } from "../../bin/verify/read.ts";
import type { Block, PaperNumber, PaperTable } from "../../domain/reports/content.ts";
import { dayOf } from "../../domain/base/time.ts";
import { Instant } from "../../schemas/base/values.ts";

/** Orders the status paper as at today, which is written once the system is at rest. */
export const orderPaper = async (send: Send, token: string, now: string): Promise<void> => {
  const body = { asAt: dayOf(Instant.parse(now)) };
  await answerOf(clientFor(send, token).POST("/v1/reports/status", { params: { header: makeIdempotencyKey() }, body }));
};

/** Returns every number of a block. */
export const numbersOfBlock = (block: Block): readonly PaperNumber[] => {
  const inTable = ({ rows, foot = [] }: PaperTable) =>
    [...rows.flat(), ...foot].filter((cell): cell is PaperNumber => typeof cell !== "string");
  switch (block.kind) {
    case "heading":
      return [];
    case "paragraph":
      return block.sentences.flatMap(({ numbers }) => numbers);
    case "table":
      return inTable(block);
    case "figure":
      return inTable(block.table);
  }
};
