/** A version that a rule opened, as it stands when all is over. */
export interface Opened {
  readonly title: string;
  readonly firstSeenAt: number;
  /** Since when it is shown as one of several texts that alternate, and not as an edit; null when it is not. */
  readonly variantAt: number | null;
}

/** One link watched by one rule. */
export interface Watcher {
  /** @returns when the rule wants another look before the next poll; null when it does not */
  see(title: string, at: number): number | null;
  /** The first version included. */
  opened(): readonly Opened[];
}

export interface Rule {
  readonly name: string;
  readonly start: () => Watcher;
}

/** Opens a version wherever `isNew` says so of a title that is not the latest version's. */
const comparing = (isNew: (title: string, versions: readonly Opened[]) => boolean) => (): Watcher => {
  const versions: Opened[] = [];
  return {
    see: (title, at) => {
      const differs = versions.at(-1)?.title !== title;
      if (differs && isNew(title, versions)) versions.push({ title, firstSeenAt: at, variantAt: null });
      return null;
    },
    opened: () => versions,
  };
};

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What others do, rebuilt from their descriptions. */
export const PEERS: readonly Rule[] = [
  { name: "every change", start: comparing(() => true) },
  {
    // Stores whatever differs in more than white space from the version before.
    name: "NewsDiffs-like",
    start: comparing((title, versions) => squeezed(title) !== squeezed(versions.at(-1)?.title ?? "")),
  },
  {
    // A text that more than one of the earlier versions had is a flip-flop and is ignored.
    name: "News Sniffer's ring",
    start: comparing((title, versions) => versions.filter((version) => version.title === title).length <= 1),
  },
];
