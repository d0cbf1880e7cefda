import { FailureError } from "#model/failure";

/** Earlier ones can damage a database in WAL mode that two connections write to (the WAL-reset bug). */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** Throws a FailureError when this SQLite is too old to trust. */
export function requireSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) {
      const message = `This Node brings SQLite ${version}; ${OLDEST_SQLITE.join(".")} or newer is needed. Update Node.`;
      throw new FailureError({ advice: "stop", code: "sqlite-too-old", message });
    }
  }
}
