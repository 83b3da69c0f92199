/**
 * Returns the parsed command line. With `--help` it prints the usage and ends with 0; for invalid arguments it prints the
 * reason and the usage, and ends with 2.
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
