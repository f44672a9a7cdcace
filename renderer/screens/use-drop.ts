import { useEffect, useState } from 'react';

/**
 * Takes what is dropped anywhere on the window. Answers whether something is being dragged
 * over it. Without a taker nothing is touched.
 */
export function useDrop(take: ((file: File) => void) | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!take) return;
    const listening = new AbortController();
    const { signal } = listening;
    const enter = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving for a child of the page is no leaving: only the window has no target beyond it.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    window.addEventListener('dragover', enter, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [take]);
  return over;
}
