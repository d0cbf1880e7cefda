import { FailureError } from "#model/failure";

/** Remembers that a database answered with damage: it may go on answering small questions as if nothing had happened. */
export class NotedDamage {
  #latest: string | null = null;

  note = (error: unknown): void => {
    if (error instanceof FailureError && error.failure.code === "store-corrupt") this.#latest = error.message;
  };

  latest = (): string | null => this.#latest;
}
