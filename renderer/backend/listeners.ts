import type { Unsubscribe } from './backend.ts';

/** Who wants to hear of one kind of thing. */
export type Listeners<Told extends unknown[]> = {
  add: (listener: (...told: Told) => void) => Unsubscribe;
  tell: (...told: Told) => void;
};

export function createListeners<Told extends unknown[]>(): Listeners<Told> {
  const all = new Set<(...told: Told) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell(...told) {
      for (const listener of all) listener(...told);
    },
  };
}
