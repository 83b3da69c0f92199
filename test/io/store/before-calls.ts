import type { DynamoDB } from "@aws-sdk/client-dynamodb";

/** Wraps a client: before each call of this name it runs `what` with the number of the call, counted from one. */
export const beforeCalls = (client: DynamoDB, name: string, what: (call: number) => Promise<unknown>): DynamoDB => {
  let calls = 0;
  const send = client.send.bind(client);
  return Object.assign(Object.create(client) as DynamoDB, {
    send: async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === name) await what(++calls);
      return send(command as never);
    },
  });
};
