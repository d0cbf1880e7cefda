import pg from "pg";
import { FailureError } from "#model/failure";

export interface Address {
  readonly connectionString: string;
  /** Database and server, for people; never user or password. */
  readonly name: string;
  readonly user: string;
  readonly password: string | null;
  readonly host: string;
  readonly port: number;
  readonly database: string;
}

/** Throws a FailureError that does not repeat what it was given: a password may stand in it. */
export function readAddress(url: string): Address {
  const { user, password, host, port, database } = parsed(url);
  const server = host.startsWith("/") ? "this machine" : host;
  return {
    connectionString: url,
    name: `${database ?? user} on ${server}`,
    user: user ?? "",
    password: typeof password === "string" && password !== "" ? password : null,
    host,
    port,
    database: database ?? user ?? "",
  };
}

/** A client that never connects knows how the driver understands an address, its defaults included. */
function parsed(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url });
  } catch {
    const message =
      "DATABASE_URL cannot be read. It has to look like postgres://USER:PASSWORD@HOST:5432/DATABASE, where signs such as @ or / in the password are written as %40 or %2F.";
    throw new FailureError({ advice: "stop", code: "bad-database-url", message });
  }
}
