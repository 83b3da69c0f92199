/** The emulator that the system was tried with where no engine comes with it; it keeps nothing once it ends. */
const emulator = "ministack==1.5.33";

/** Returns the commands that install it in its own folder and start it on loopback; those of Windows differ. */
const commandsOn = (platform: string): readonly string[] =>
  platform === "win32"
    ? [
        "py -m venv .ministack",
        String.raw`.ministack\Scripts\pip install ${emulator}`,
        String.raw`cmd /c "set BIND_HOST=127.0.0.1&& .ministack\Scripts\ministack"`,
      ]
    : [
        "python3 -m venv .ministack",
        `.ministack/bin/pip install ${emulator}`,
        "BIND_HOST=127.0.0.1 .ministack/bin/ministack",
      ];

/**
 * What to do where the package of the embedded engine is missing. There is one for Linux on x64 alone: there it was not
 * installed; elsewhere nothing can be installed, and the user starts a DynamoDB and names it.
 */
export const engineAdvice = (platform: string, arch: string): string =>
  platform === "linux" && arch === "x64"
    ? 'The database engine @dynoxide/linux-x64 is not installed: run "npm ci" with optional dependencies'
    : [
        `No database engine comes with the system for ${platform}-${arch}: use the dev container (.devcontainer), which has one.`,
        "Or start a DynamoDB in another terminal, here one from PyPI:",
        ...commandsOn(platform).map((command) => `  ${command}`),
        "and name it:",
        "  npm start -- --dynamodb http://localhost:4566",
      ].join("\n");
