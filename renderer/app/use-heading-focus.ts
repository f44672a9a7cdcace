import { useEffect, useRef } from 'react';
import { headingId } from '../components/screen.tsx';
import type { Page } from '../store/wizard-page.ts';

/** A new page is read from its heading; so is one whose focused button has just gone. */
export function useHeadingFocus(page: Page, state: string): void {
  const shown = useRef<Page | null>(null);
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    function remember(): void {
      focused.current = document.activeElement;
    }
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const changed = shown.current !== page;
    shown.current = page;
    const gone = focused.current !== null && !focused.current.isConnected;
    if (!changed && !gone) return;
    if (changed) window.scrollTo(0, 0);
    document.getElementById(headingId)?.focus({ preventScroll: true });
  }, [page, state]);
}
