/** The examples under a command's help: what to type, and what it is for. */
export function examples(lines: readonly (readonly [command: string, purpose: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, purpose]) => `  $ ${command.padEnd(width)}  ${purpose}`).join("\n")}`;
}
