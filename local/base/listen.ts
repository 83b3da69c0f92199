import type { Server } from "node:http";
import { codeOf, UserError } from "./user-error.ts";

/**
 * Lets a server listen on 127.0.0.1 only; port 0 takes a free one. Throws a UserError when the port is taken.
 * Closing ends open connections too.
 */
export const listen = (server: Server, port: number): Promise<{ url: string; close: () => Promise<void> }> =>
  new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = codeOf(error) === "EADDRINUSE";
      reject(
        taken ? new UserError(`Port ${port} is in use: end what uses it, or choose another with --port N`) : error,
      );
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const given = address !== null && typeof address === "object" ? address.port : port;
      resolve({
        url: `http://127.0.0.1:${given}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
