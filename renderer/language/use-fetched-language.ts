import { useEffect, useState } from 'react';
import type { Language } from '../../shared/contract.ts';
import { fetchLanguage, isFetched } from './fetched-catalogues.ts';

/** The language asked for, as soon as its sentences are here; until then the one before. */
export function useFetchedLanguage(wanted: Language): Language {
  const [shown, setShown] = useState<Language>(isFetched(wanted) ? wanted : 'en');
  useEffect(() => {
    let current = true;
    void fetchLanguage(wanted).then(() => {
      if (current) setShown(wanted);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return isFetched(wanted) ? wanted : shown;
}
