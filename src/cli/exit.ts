import type { Failure, Result } from "#model/failure";

/** What the process answers; the reference of the command line prints these meanings. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: "done" },
  failed: { code: 1, meaning: "it did not work; standard error says why and what to do" },
  usage: { code: 2, meaning: "the command or a setting was not understood; nothing was done" },
  notFound: { code: 3, meaning: "the article, source, version or file asked for is not there" },
  interrupted: { code: 130, meaning: "stopped by Ctrl+C before it was done" },
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

/** Settings that cannot be read are wrong use; what Ctrl+C broke off did not fail; everything else did. */
const reasonOf = ({ code }: Failure): ExitReason => {
  if (code === "aborted") return "interrupted";
  return ["bad-setting", "unknown-setting", "bad-toml", "no-config"].includes(code) ? "usage" : "failed";
};

/** The value, or the end of the command with what the failure says. */
export function orExit<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Exit(reasonOf(result.failure), result.failure.message);
}
