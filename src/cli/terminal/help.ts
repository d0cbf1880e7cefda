import type { Command, Help, Option } from "commander";
import type { Shell } from "#cli/shell";
import { withStart } from "#cli/started-as";

/** Longer commands get their purpose above them, so that both fit into 80 columns. */
const MAX_BESIDE = 42;

/** The examples under a command's help: what to type (with `$0` for the program), and what it is for. */
export function examples(
  { startedAs }: Pick<Shell, "startedAs">,
  given: readonly (readonly [command: string, purpose: string])[],
): string {
  const lines = given.map(([command, purpose]) => [withStart(startedAs, command), purpose] as const);
  const width = Math.max(...lines.map(([command]) => command.length));
  const shown = lines.map(([command, purpose]) =>
    width <= MAX_BESIDE ? `  $ ${command.padEnd(width)}  ${purpose}` : `  # ${purpose}\n  $ ${command}`,
  );
  return `\nExamples:\n${shown.join("\n")}`;
}

/** Lists commands by name and arguments: that each has options is clear. */
export const helpStyle: Partial<Help> = {
  showGlobalOptions: true,
  // Only `show` takes a number with it.
  optionTerm: ({ long, flags }: Option) => (long === "--version" && flags.includes("[") ? long : flags),
  subcommandTerm: (command: Command) =>
    [command.name(), ...command.registeredArguments.filter(({ description }) => description).map(term)].join(" "),
};

const term = (argument: { name(): string; required: boolean; variadic: boolean }): string => {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};
