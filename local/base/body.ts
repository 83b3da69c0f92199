import type { IncomingMessage } from "node:http";

/** The whole body of a message; what goes beyond `limit` bytes is read and dropped, and the answer is undefined. */
export const bodyOf = (message: IncomingMessage, limit = Infinity): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
    });
    message.on("error", reject);
    message.on("end", () => {
      const [first] = chunks;
      if (length > limit) resolve(undefined);
      else resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
  });
