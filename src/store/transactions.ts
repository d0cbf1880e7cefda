import type { Trx } from "./schema.ts";

/**
 * What a committed transaction survives. `power`: the death of the machine. `server`: of the process and of a database server,
 * for leases: a host whose lease and gap were both forgotten would be asked at once; a failing machine takes longer to come
 * back than any gap. `process`: of this process only, for what is worth seconds (gaps, notices).
 */
export type Durability = "power" | "server" | "process";

export interface TransactionOptions {
  /** `power` unless another is asked for. */
  readonly durability?: Durability;
  /** The work is one statement, which over a network needs no beginning and no end of its own. */
  readonly oneStatement?: boolean;
}

/** Transactions as the writer needs them; each is alone in its process and, while it lasts, alone in the database. */
export interface Transactions {
  transaction<T>(work: (trx: Trx) => Promise<T>, options?: TransactionOptions): Promise<T>;
}
