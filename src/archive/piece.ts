/** What a file is made of, in order. */
export type Piece =
  /** Reading can begin here: a gzip member, a Zstandard frame, or any byte of a plain file. */
  | { readonly kind: "start"; readonly offset: number; readonly isMember: boolean }
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  /** From here on the bytes cannot be read; what follows begins elsewhere. */
  | { readonly kind: "bad"; readonly offset: number; readonly reason: string }
  /** The member or file is whole up to here. */
  | { readonly kind: "end"; readonly offset: number };
