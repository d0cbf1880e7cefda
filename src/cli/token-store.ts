import type { TokenStore } from "#publish/http/sessions";
import type { Store } from "#store/store";

/** The operator's links and sessions, in the database. */
export const tokenStore = ({ reader, writer }: Store): TokenStore => ({
  save: (kind, hash, expiresAt, now) => writer.saveToken(kind, hash, expiresAt, now),
  find: (kind, hash, now) => reader.token(kind, hash, now),
  take: (kind, hash, now) => writer.takeToken(kind, hash, now),
  note: (hash, notice) => writer.noteToken(hash, notice),
});
