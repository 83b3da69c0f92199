import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { csvOf } from "../../../domain/base/csv.ts";
import type { CsvTable } from "../../../schemas/api/endpoint.ts";
import type { StoredReply } from "../../io/ports/commit.ts";

/** The maximum number of rows in one file, which a spreadsheet can show and one reply of a function can contain. */
const mostRows = 2_000;

/** The maximum number of pages read for a file: some lists return pages with fewer items than requested. */
const mostPages = 20;

/** The separator between several values in one cell. */
const separator = "; ";

type CsvRow = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is CsvRow => typeof value === "object" && value !== null && !Array.isArray(value);

const rowsIn = (value: unknown): readonly CsvRow[] => (Array.isArray(value) ? value.filter(isRow) : []);

/** Returns the rows of a reply; each row of an inner list includes the columns of the outer one. */
const rowsOf = (reply: CsvRow, place: string): readonly CsvRow[] => {
  const [list = "", inner] = place.split(".");
  const rows = rowsIn(reply[list]);
  return inner === undefined ? rows : rows.flatMap((row) => rowsIn(row[inner]).map((each) => ({ ...row, ...each })));
};

/** Every value at a path in an item, those of lists one by one, as texts. */
const valuesAt = (value: unknown, path: readonly string[]): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  const [member, ...rest] = path;
  if (member !== undefined) return isRow(value) ? valuesAt(value[member], rest) : [];
  if (value === undefined || value === null) return [];
  return [typeof value === "string" ? value : JSON.stringify(value)];
};

const linkTo = ({ rawPath, queryStringParameters = {} }: APIGatewayProxyEventV2, cursor: string): string => {
  const { cursor: _, limit: __, ...filters } = queryStringParameters;
  const query = new URLSearchParams({ cursor });
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.append(name, value);
  return `<${rawPath}?${query.toString()}>; rel="next"`;
};

/** The page of a list that is requested, apart from its filters. */
export interface CsvPage {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/**
 * Returns a list as a table: its pages in order, up to the maximum number of rows. If there are more, the header `Link`
 * names the next file. `read` returns one page in JSON.
 */
export const csvReply = async (
  { name, columns, rows: place = "items" }: CsvTable,
  event: APIGatewayProxyEventV2,
  read: (page: CsvPage) => Promise<StoredReply>,
): Promise<StoredReply> => {
  const rows: CsvRow[] = [];
  let cursor = event.queryStringParameters?.["cursor"];
  for (let pages = 0; pages < mostPages && rows.length < mostRows; pages += 1) {
    const page: unknown = JSON.parse((await read({ limit: mostRows - rows.length, cursor })).body);
    if (!isRow(page)) break;
    rows.push(...rowsOf(page, place));
    cursor = typeof page["next"] === "string" ? page["next"] : undefined;
    if (cursor === undefined) break;
  }
  const cells = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, valuesAt(row, column.split(".")).join(separator)])),
  );
  return {
    status: 200,
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      ...(cursor === undefined ? {} : { link: linkTo(event, cursor) }),
    },
    body: csvOf(columns, cells),
  };
};
