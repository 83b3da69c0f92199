import { spawn } from "node:child_process";

const openers: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start"],
};

/** Opens an address in the browser of this machine. `report` hears in one line that this was not possible. */
export const openInBrowser = (
  address: string,
  report: (line: string) => void,
  [command, ...args]: readonly [string, ...string[]] = openers[process.platform] ?? ["xdg-open"],
): void => {
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  const fail = (why: string): void => report(`No browser was opened (${command}: ${why}): open ${address}`);
  child.once("error", () => fail("not installed"));
  child.once("exit", (code) => {
    if (code !== 0) fail(`code ${code}`);
  });
  child.unref();
};
