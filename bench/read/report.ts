import { type Load, percentile } from "./load.ts";

export const LOAD_HEAD = ["what", "figure", "target", "kept"];

type Row = readonly [what: string, figure: string, target: string, kept: string];
export type Part = "a" | "b" | "c" | "ceiling";

const NAMES: Readonly<Record<Part, string>> = {
  a: "(a) 100 requests a second",
  b: "(b) 32 readers, one request after the other",
  c: "(c) 60 readers of the most expensive pages",
  ceiling: "peer: plain node:http, one packed front page from memory, 32 readers",
};

/** One figure a line, with its target where there is one. */
export function loadRows(part: Part, load: Load, different: number): readonly Row[] {
  const { answers, seconds, waits, ready, cpuMs, ownCpuMs, peakBytes, processes, statuses, endedAfterSeconds } = load;
  const ms = (share: number) => percentile(waits, share);
  const perSecond = answers / seconds;
  const failed = [...statuses].filter(([status]) => status !== 200 && status !== 304);
  const refused = failed.map(([status, count]) => `${count} x ${status === 0 ? "no answer" : status}`).join(", ");
  const rows: Row[] = [
    [NAMES[part], `${answers} answers in ${seconds.toFixed(0)} s`, "", ""],
    line("answers a second", perSecond, part === "b" ? [">=", 500] : part === "a" ? [">=", 99] : null),
    line("wait, p50 ms", ms(0.5), null),
    line("wait, p95 ms", ms(0.95), part === "a" ? ["<=", 30] : null),
    line("wait, p99 ms", ms(0.99), part === "b" ? ["<=", 150] : null),
    ["  answers other than 200 and 304", refused || "none", "", ""],
    ["  of these 304", String(statuses.get(304) ?? 0), "", ""],
    ["  CPU ms an answer, server and database", cpuMs === null ? "-" : cpuMs.toFixed(2), "", ""],
    ["  CPU ms an answer, reader", ownCpuMs.toFixed(2), "", ""],
  ];
  if (part === "ceiling") return rows;
  const limit = part === "b" ? 200 : part === "c" ? 1000 : null;
  const [ended, isKept] =
    endedAfterSeconds === null ? ["no", "yes"] : [`after ${endedAfterSeconds.toFixed(0)} s`, "NO"];
  return [
    ...rows,
    line("/ready, slowest ms", ready.at(-1) ?? 0, limit === null ? null : ["<=", limit]),
    line("memory, most MB", peakBytes / 1e6, part === "c" ? ["<=", 600] : null),
    ["  processes of the server", String(processes), "", ""],
    [part === "c" ? "  live pages asked for" : "  different addresses so far", String(different), "", ""],
    ["  ended by itself", ended!, "no", isKept!],
  ];
}

function line(what: string, value: number, target: readonly ["<=" | ">=", number] | null): Row {
  const figure = value.toFixed(value < 10 ? 1 : 0);
  if (!target) return [`  ${what}`, figure, "", ""];
  const isKept = target[0] === "<=" ? value <= target[1] : value >= target[1];
  return [`  ${what}`, figure, target.join(" "), isKept ? "yes" : "NO"];
}
