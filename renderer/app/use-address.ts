import { useEffect, useRef } from 'react';
import { isPage, type Page } from '../store/wizard-page.ts';

/** The page that an address names: "#/history"; null where it names none of ours. */
export function pageOfAddress(hash: string): Page | null {
  const name = hash.replace(/^#\//, '');
  return isPage(name) ? name : null;
}

/** Every page has an address, so that Back and Forward lead from page to page. */
export function useAddress(page: Page, goTo: (page: Page) => void): void {
  const first = useRef(true);
  useEffect(() => {
    const began = first.current;
    first.current = false;
    if (pageOfAddress(location.hash) === page) return;
    const address = `#/${page}`;
    // The first page takes the place of the address that the app was opened with.
    if (began) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }, [page]);
  useEffect(() => {
    const follow = (): void => {
      const wanted = pageOfAddress(location.hash);
      if (wanted) goTo(wanted);
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [goTo]);
}
