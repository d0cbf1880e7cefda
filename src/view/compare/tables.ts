import type { Cell } from "./cell.ts";
import { cellTexts } from "./cells.ts";
import type { Fold, Row } from "./rows.ts";

/** What is known of a table whose rows are compared. */
export interface TablePlan {
  /** The row that names the columns; null where none is known to. */
  readonly head: Row | null;
  /** Cells of its longest row. */
  readonly columns: number;
  /** The first cell of each row names it. */
  readonly hasRowHeads: boolean;
}

/** Neighbouring rows of one table. */
export interface Table {
  readonly kind: "table";
  readonly plan: TablePlan;
  readonly rows: readonly Row[];
}

/** The tables among the rows of a page: which one a row belongs to. */
export function tablesOf(rows: readonly Row[]): ReadonlyMap<Row, TablePlan> {
  const plans = new Map<Row, TablePlan>();
  let run: Row[] = [];
  const close = () => {
    if (run.length > 0) {
      const plan = planOf(run);
      for (const row of run) plans.set(row, plan);
    }
    run = [];
  };
  for (const row of rows) {
    if (isOfTable(row)) run.push(row);
    else close();
  }
  close();
  return plans;
}

/** What is printed, neighbouring rows of one table together. */
export function inTables(
  shown: readonly (Row | Fold)[],
  plans: ReadonlyMap<Row, TablePlan>,
): readonly (Row | Fold | Table)[] {
  const printed: (Row | Fold | Table)[] = [];
  for (const each of shown) {
    const plan = each.kind === "fold" ? undefined : plans.get(each);
    const last = printed.at(-1);
    if (!plan || each.kind === "fold") printed.push(each);
    else if (last?.kind === "table" && last.plan === plan) printed[printed.length - 1] = joined(last, each);
    else printed.push({ kind: "table", plan, rows: [each] });
  }
  return printed;
}

const joined = (table: Table, row: Row): Table => ({ ...table, rows: [...table.rows, row] });

const isOfTable = ({ old, new: now }: Row): boolean => [...old, ...now].every(({ kind }) => kind === "row");

function planOf(run: readonly Row[]): TablePlan {
  const rows = run.filter(({ kind }) => kind !== "left");
  const texts = rows.map((row) => cellTexts(textOf((row.new[0] ?? row.old[0])!)));
  const [first, ...rest] = texts;
  const hasHead = first !== undefined && namesColumns(first, rest);
  const own = hasHead ? rest : texts;
  return {
    head: hasHead ? rows[0]! : null,
    columns: Math.max(1, ...texts.map(({ length }) => length)),
    hasRowHeads: own.length > 1 && namesRows(own.filter(({ length }) => length > 1).map(([name]) => name!)),
  };
}

const textOf = ({ pieces }: Cell): string => pieces.map(({ text }) => text).join("");

const HAS_FIGURE = /\p{N}/u;
const HAS_LETTER = /\p{L}/u;
const YEAR = /^(?:1[6-9]|20)\d\d$/;
/** Share of the rows below that have a figure where a column of figures is. */
const MOST = 0.6;

/** A first row without figures, but for years, over a column of figures. */
function namesColumns(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  if (first.length < 2 || rest.length < 2) return false;
  if (!first.every((cell) => !HAS_FIGURE.test(cell) || YEAR.test(cell))) return false;
  if (!first.some((cell) => HAS_LETTER.test(cell)) && !first.slice(1).every((cell) => YEAR.test(cell))) return false;
  return first.some((_, column) => {
    const figures = rest.filter((row) => HAS_FIGURE.test(row[column] ?? "")).length;
    return figures >= rest.length * MOST;
  });
}

/** First cells that are words, no two alike. */
const namesRows = (names: readonly string[]): boolean =>
  names.length > 1 && names.every((name) => HAS_LETTER.test(name)) && new Set(names).size === names.length;
