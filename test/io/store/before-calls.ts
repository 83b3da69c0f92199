import type { DynamoDB } from "@aws-sdk/client-dynamodb";

/** The engine as it is, and what happens right before some calls of this name: the number of the call is given, from one on. */
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
