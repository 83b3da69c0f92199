/** What was written on the command line, or, where that cannot be read, why and how it is written; ends with 2. */
export const argumentsOr = <Read>(usage: string, read: () => Read): Read => {
  try {
    return read();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
};
