import type pg from "pg";

export interface WordIndex {
  readonly name: string;
  readonly definition: string;
}

/** Indexes over the words of texts, which take an insert in a hundred times of what they take at the end for all rows together. */
export async function wordIndexes(client: pg.Client): Promise<readonly WordIndex[]> {
  const { rows } = await client.query<WordIndex>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
    where m.amname = 'gin' and c.relnamespace = current_schema::regnamespace`);
  return rows;
}

/** Does the work without them, and makes them again, as they were, of what is there then. */
export async function withoutWordIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const indexes = await wordIndexes(client);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of indexes) await client.query(definition);
}
