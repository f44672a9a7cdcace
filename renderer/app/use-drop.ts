import { useEffect, useState } from 'react';
import type { Dropped } from '../store/dropped.ts';

/**
 * Takes a file or folder that is dropped anywhere on the window, on any page. Answers whether one
 * is being dragged over it. Text that is dragged into a field is left to the field.
 */
export function useDrop(take: (dropped: Dropped) => Promise<void>): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const enter = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving for a child of the page is no leaving: only the window has no target beyond it.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const dropped = firstOf(event.dataTransfer);
      if (!dropped) return;
      event.preventDefault();
      void take(dropped);
    };
    window.addEventListener('dragover', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [take]);
  return over;
}

/** The first file of what is dropped or pasted; null where it is text alone. */
export function firstOf(data: DataTransfer | null): Dropped | null {
  const file = data?.files[0];
  if (!file) return null;
  const item = [...data.items].find((each) => each.kind === 'file');
  // A made-up transfer has no entries; then only its name tells what it is.
  const entry = item?.webkitGetAsEntry() ?? null;
  return { file, isFolder: entry?.isDirectory === true };
}
