import { collateTexts, summarise } from "#collate/index";
import type { ChangeSummary } from "#model/change";
import type { VersionText } from "#model/version";
import type { LabelCase } from "./cases.ts";

/** What is found in a labelled case. */
export function summaryOf([language, old, next]: LabelCase): ChangeSummary {
  const [a, b] = [read(old), read(next)];
  return summarise(a, b, collateTexts(a, b), language);
}

function read(text: string): VersionText {
  const lines = text.split("\n");
  const marked = (mark: string): readonly string[] =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
  return {
    headline: marked("# ")[0] ?? null,
    standfirst: marked("> ")[0] ?? null,
    corrections: marked("! "),
    blocks: lines.filter((line) => !/^[#>!] /.test(line)).map((each) => ({ kind: "paragraph", text: each })),
  };
}
