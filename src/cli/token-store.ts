import type { TokenStore } from "#publish/http/sessions";
import type { Store } from "#store/store";

/** The operator's links and sessions, in the database. */
export const tokenStore = ({ reader, writer }: Store): TokenStore => ({
  save: (token, now) => writer.saveToken(token, now),
  find: (kind, hash, now) => reader.token(kind, hash, now),
  take: (kind, hash, now) => writer.takeToken(kind, hash, now),
  note: (hash, notice) => writer.noteToken(hash, notice),
  list: (kind, now) => reader.tokens(kind, now),
  use: (hash, now) => writer.useToken(hash, now),
  drop: (kind) => writer.dropTokens(kind),
});
