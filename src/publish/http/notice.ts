/** A line of what the next page says; with the address of what it is about, if there is one. */
export interface NoticeLine {
  readonly text: string;
  readonly href?: string;
}

export type Notice = readonly NoticeLine[];

export const writeNotice = (notice: Notice): string => JSON.stringify(notice);

/** What an older program left is a sentence. */
export function readNotice(text: string): Notice {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? (read as Notice) : [{ text }];
  } catch {
    return [{ text }];
  }
}
