/** Tells whoever listens that something happened; what, they find out by themselves. */
export interface Notifier {
  readonly tell: () => void;
  /** Returns how to stop listening. */
  readonly listen: (listener: () => void) => () => void;
}

export function createNotifier(): Notifier {
  const listeners = new Set<() => void>();
  return {
    tell: () => {
      for (const listener of [...listeners]) listener();
    },
    listen: (listener) => {
      // A function of its own for each caller: the same listener may be given twice.
      const called = () => listener();
      listeners.add(called);
      return () => void listeners.delete(called);
    },
  };
}
