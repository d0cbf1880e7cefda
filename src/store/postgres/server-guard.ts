import { sql } from "kysely";
import { FailureError } from "#model/failure";
import type { Db } from "#store/schema";

/** Oldest server that is tested and still kept up by its makers. */
const OLDEST_SERVER = 14;

/** Its version; throws a FailureError when the server is too old, or the database cannot hold every text. */
export async function requireServer(db: Db): Promise<string> {
  const answer = await sql<{ version: number; name: string; encoding: string }>`
    select current_setting('server_version_num')::bigint / 10000 as version, current_setting('server_version') as name,
      current_setting('server_encoding') as encoding`.execute(db);
  const { version, name, encoding } = answer.rows[0]!;
  if (version < OLDEST_SERVER) {
    const message = `The database server is PostgreSQL ${version}; ${OLDEST_SERVER} or newer is needed.`;
    throw new FailureError({ advice: "stop", code: "postgres-too-old", message });
  }
  if (encoding !== "UTF8") {
    const message = `The database holds texts as ${encoding}; make one with createdb --encoding=UTF8 --template=template0.`;
    throw new FailureError({ advice: "stop", code: "postgres-encoding", message });
  }
  return name.split(" ")[0]!;
}
