/** The environment variables. Only this file reads `process.env`, so no other code can depend on it unnoticed. */
export interface Environment {
  /**
   * Variables that begin with `VARIORUM_`, without that prefix: `FEED_PERIOD` to its text. `DATABASE_URL`, which many hosts
   * set, is used if `VARIORUM_DATABASE_URL` is not set.
   */
  readonly settings: Readonly<Record<string, string>>;
  /** https://no-color.org: set and not empty means no colours, even if the terminal supports them. */
  readonly noColor: boolean;
  /** Colours even without a terminal; most tools follow `FORCE_COLOR` this way. */
  readonly forceColor: boolean;
  /** How npm started the process: `start` for `npm start`, `npx` for npx; null without npm. */
  readonly npmEvent: string | null;
}

export const PREFIX = "VARIORUM_";
const DATABASE_URL = "DATABASE_URL";

export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const settings = Object.entries(variables).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && value !== undefined ? [[name.slice(PREFIX.length), value] as const] : [],
  );
  const common = variables[DATABASE_URL];
  return {
    settings: { ...(common !== undefined && { [DATABASE_URL]: common }), ...Object.fromEntries(settings) },
    noColor: Boolean(variables["NO_COLOR"]),
    forceColor: Boolean(variables["FORCE_COLOR"]) && variables["FORCE_COLOR"] !== "0",
    npmEvent: variables["npm_lifecycle_event"] ?? null,
  };
}
