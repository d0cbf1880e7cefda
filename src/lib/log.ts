import { pino } from "pino";
import { harmless } from "./harmless.ts";

/** Structured log lines: an event's facts first, then a short sentence. */
export interface Log {
  debug(facts: object, text: string): void;
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

export const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** JSON lines on standard error, so that `--json` output stays clean on standard output. */
export const createLog = (level: LogLevel): Log => {
  const destination = pino.destination({ dest: 2, sync: false });
  // A log is read in terminals, and tells of addresses and titles that others chose.
  return pino({ level, base: null }, { write: (line) => void destination.write(harmless(line)) });
};

const nothing = (): void => {};
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
