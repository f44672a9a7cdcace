import type { Unsubscribe } from './backend.ts';

/** Who wants to hear of one kind of thing. */
export type Listeners<T> = {
  add(listener: (value: T) => void): Unsubscribe;
  tell(value: T): void;
};

export function createListeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell(value) {
      for (const listener of all) listener(value);
    },
  };
}
