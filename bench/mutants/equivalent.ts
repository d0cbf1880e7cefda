/** A turned operator that changes no result: no test can tell it, so it counts neither as caught nor as missed. */
export interface Equivalent {
  /** File in src/. */
  readonly file: string;
  /** A piece of the file, long enough to be the only one, in which the first `from` is the operator. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** Why no result changes. */
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: "fetch/prescan.ts",
    code: "end < 0 ? scan.bytes.length : end + 1",
    from: "<",
    to: "<=",
    why: "What is looked for is a “>” behind a “<”: it is never the first byte.",
  },
  {
    file: "fetch/prescan.ts",
    code: "end < 0 ? bytes.length : end;",
    from: "<",
    to: "<=",
    why: "The quotation mark that closes a value stands behind the one that opens it: it is never the first byte.",
  },
  {
    file: "fetch/korean.ts",
    code: "trail >= 0x80) at++",
    from: ">=",
    to: ">",
    why: "A trail of 0x80 is not skipped then, but as a lead it is passed over in the same way.",
  },
  {
    file: "extract/page/quick-tokenizer.ts",
    code: "#isTaken(pos + 1)) return;\n    let to = pos + 1;\n    while (isPlain",
    from: "+",
    to: "-",
    why: "Without the short way the tokens are the same, read letter by letter.",
  },
  {
    file: "extract/page/quick-tokenizer.ts",
    code: "#isTaken(pos + 1)) return;\n    let to = pos + 1;\n    for (let code",
    from: "+",
    to: "-",
    why: "Without the short way the tokens are the same, read letter by letter.",
  },
  {
    file: "extract/body/select.ts",
    code: "&& i < dense.to &&",
    from: "<",
    to: "<=",
    why: "The densest box holds prose, or it would not be the densest: the search ends inside it.",
  },
  {
    file: "version/schedule/fit-day.ts",
    code: "all > 1e-12) for",
    from: ">",
    to: ">=",
    why: "The limit keeps nothing from being divided by nothing; no share is just as small as it.",
  },
  {
    file: "store/move/rows.ts",
    code: "bytes >= BATCH_BYTES",
    from: ">=",
    to: "<",
    why: "Batches become smaller or larger: the rows that are moved are the same.",
  },
  {
    file: "fetch/render/renderer.ts",
    code: "performance.now() < until && !signal",
    from: "<",
    to: "<=",
    why: "It would wait one step longer only when the clock reads that very fraction of a microsecond.",
  },
  {
    file: "fetch/render/sub-requests.ts",
    code: "this.#latestAt >= QUIET_MS",
    from: ">=",
    to: ">",
    why: "It would wait one step longer only when the clock reads that very fraction of a microsecond.",
  },
  {
    file: "fetch/content-coding.ts",
    code: "body.length >= 2 &&",
    from: ">=",
    to: ">",
    why: "A body of two bytes is no deflate stream with a header, nor one without: both ways refuse it.",
  },
];
