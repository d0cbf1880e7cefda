import type { ChangeSummary } from "#model/change";
import type { ChangeId } from "#model/id";
import type { KeptCollation } from "#model/kept-collation";
import type { VersionText } from "#model/version";

/** A change that an earlier labeller labelled, with what it takes to label it again. */
export interface EarlierLabelled {
  readonly id: ChangeId;
  readonly labelledBy: string;
  /** Fingerprints (hex) of the two texts as they are read now. */
  readonly readings: readonly [old: string, next: string];
  readonly old: VersionText;
  readonly new: VersionText;
  /** BCP 47 tag of the new text. */
  readonly language: string | null;
}

export interface LabelledAgain extends Pick<EarlierLabelled, "id" | "labelledBy" | "readings"> {
  /** Null where the texts could not be compared within the limits: the labels stay, and are not tried again. */
  readonly summary: ChangeSummary | null;
  readonly collation: KeptCollation | null;
}

export interface Labelling {
  /** Changes that an earlier labeller labelled. */
  readonly left: number;
}
