import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

/** A record as another program reads it. */
export interface OthersRecord {
  readonly type: string;
  readonly header: (name: string) => string | null;
  readonly statusLine: string;
  readonly http: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** What warcio, which shares no code with us, makes of a file. */
export async function readByOthers(file: string): Promise<readonly OthersRecord[]> {
  const found: OthersRecord[] = [];
  for await (const record of WARCParser.iterRecords(createReadStream(file), { keepHeadersCase: true })) {
    const body = Buffer.from(await record.readFully(false));
    found.push({
      type: record.warcType,
      header: (name) => record.warcHeader(name) ?? null,
      statusLine: record.httpHeaders?.statusline ?? "",
      http: record.httpHeaders ? [...record.httpHeaders.headers] : [],
      body,
    });
  }
  return found;
}
