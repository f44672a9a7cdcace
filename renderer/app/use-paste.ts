import { useEffect } from 'react';
import type { Dropped } from '../store/dropped.ts';
import { useActions } from '../store/store-context.ts';
import { firstOf } from './use-drop.ts';

/** Reads what is pasted on any page, unless it is pasted into a field. */
export function usePaste(take: (dropped: Dropped) => Promise<void>): void {
  const { readLog } = useActions();
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (isField(event.target)) return;
      const file = firstOf(event.clipboardData);
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file) void take(file);
      else if (text.trim() !== '') void readLog({ name: null, content: new Blob([text]) });
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [take, readLog]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
