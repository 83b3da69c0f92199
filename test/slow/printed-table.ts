/** The rows of one of the printed tables, cells by their column. */
export const tableOf = (said: string, title: string): readonly Readonly<Record<string, string>>[] => {
  const lines = said.split("\n");
  const at = lines.findIndex((line) => line.startsWith(title));
  const [aggregates = "", rule = "", ...rest] = lines.slice(at + 1);
  const columns = [...rule.matchAll(/-+/gu)].map(({ index, 0: { length } }) => [index, index + length] as const);
  const cells = (line: string) => columns.map(([from, to]) => line.slice(from, to).trim());
  return rest
    .slice(0, rest.indexOf(""))
    .map((line) => Object.fromEntries(cells(line).map((cell, column) => [cells(aggregates)[column] ?? "", cell])));
};
