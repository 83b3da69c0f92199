/**
 * Returns what the command line says. With `--help` it prints the usage and ends with 0; for arguments that cannot be read it
 * prints why, and the usage, and ends with 2.
 */
export const argumentsOr = <Read>(usage: string, read: () => Read): Read => {
  if (process.argv.includes("--help")) {
    console.log(usage);
    process.exit();
  }
  try {
    return read();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
};
