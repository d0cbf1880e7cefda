import type { Failure, Result } from "#model/failure";

/** How the process ends; the reference of the command line prints these meanings. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: "done" },
  failed: { code: 1, meaning: "failed; standard error says why and what to do" },
  usage: { code: 2, meaning: "wrong command, option or setting; nothing was done" },
  notFound: { code: 3, meaning: "the article, source, version or file was not found" },
  interrupted: { code: 130, meaning: "stopped by Ctrl+C before the end" },
} as const;

export type ExitReason = keyof typeof EXIT_CODES;

/** Ends a command with one sentence on standard error. */
export class Exit extends Error {
  readonly reason: ExitReason;
  constructor(reason: ExitReason, message: string) {
    super(message);
    this.name = "Exit";
    this.reason = reason;
  }
}

/** Wrong settings are wrong use; what Ctrl+C stopped did not fail; everything else did. */
const reasonOf = ({ code }: Failure): ExitReason => {
  if (code === "aborted") return "interrupted";
  return ["bad-setting", "unknown-setting", "bad-toml", "no-config"].includes(code) ? "usage" : "failed";
};

/** The value, or the end of the command with what the failure says. */
export function orExit<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Exit(reasonOf(result.failure), result.failure.message);
}
