import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
} from "kysely";

/** For transactions whose commit does not wait for the disk; said with their beginning, in one message. */
export class QuickDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(pool: PostgresPool) {
    const config = { pool };
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new HastyDriver(this.#config);
  }
}

class HastyDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin; set local synchronous_commit to off"));
  }
}
