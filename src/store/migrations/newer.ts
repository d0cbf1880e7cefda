import { FailureError } from "#model/failure";

/** Throws a FailureError when the database has seen steps that this program does not know. */
export function refuseNewer(done: readonly string[], known: Readonly<Record<string, unknown>>): void {
  const unknown = done.filter((name) => !(name in known));
  if (unknown.length === 0) return;
  const message =
    `The database was written by a newer Variorum (it has the schema steps ${unknown.join(", ")}, which this one does ` +
    "not know). Install the newer version, or use another data directory or database.";
  throw new FailureError({ advice: "stop", code: "store-too-new", message });
}
