/** What the process was given from outside. The only reader of `process.env`, so that nothing else depends on it unseen. */
export interface Environment {
  /**
   * Variables that begin with `VARIORUM_`, without that beginning: `FEED_PERIOD` to its text. `DATABASE_URL`, as many hosts
   * call it, counts where `VARIORUM_DATABASE_URL` is not given.
   */
  readonly settings: Readonly<Record<string, string>>;
  /** https://no-color.org: set and not empty means no colours, whatever the terminal can do. */
  readonly noColor: boolean;
  /** Colours even where no terminal is seen, as `FORCE_COLOR` asks for in most tools. */
  readonly forceColor: boolean;
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
  };
}
