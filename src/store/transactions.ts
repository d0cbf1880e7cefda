import type { Trx } from "./schema.ts";

/** Transactions as the writer needs them; each is alone in its process and, while it lasts, alone in the database. */
export interface Transactions {
  /** What is committed is on the disk, also when the power fails. */
  durably<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /**
   * What is committed survives the death of the process and of a database server, for leases: a host whose lease and gap were
   * both forgotten would be asked at once. A failing machine takes longer to come back than any gap.
   */
  enduringly<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** The same for a work of one statement, which over a network needs no beginning and no end of its own. */
  enduringlyAtOnce<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** What is committed survives the death of the process, but not of the machine: for what is worth seconds (leases, gaps). */
  hastily<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
}
