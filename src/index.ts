/** The library: what the command line is made of. Each door can also be had alone, such as `variorum/extract`. */
export * from "#collate/index";
export * from "#extract/index";
export * from "#publish/index";
export * from "#store/index";
