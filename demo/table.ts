/** Rows as lines of text in columns; numbers to the right. */
export const table = (
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string => {
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => String(row[at] ?? "").length)));
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, at) =>
        typeof cell === "number" ? String(cell).padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [title, line(columns), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line), ""].join("\n");
};

/** Returns how often each key occurs. */
export const countByKey = (keys: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};
