import { useEffect, useState } from 'react';
import type { MethodResult } from '../../shared/contract.ts';
import { useActions } from './store-context.ts';

export type InUse = MethodResult<'inUse'>['programs'];

/** Often enough that a button lights up as soon as somebody looks at it. */
const every = 3000;

/**
 * The programs that use the Python of this target, looked at again and again while the page is in
 * sight. null: not known yet, or it cannot be seen; then nothing is kept from anybody.
 */
export function useInUse(targetId: string | null): InUse | null {
  const { inUse } = useActions();
  const [seen, setSeen] = useState<{ of: string; programs: InUse | null } | null>(null);
  useEffect(() => {
    if (targetId === null) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let wanted = true;
    async function look(of: string): Promise<void> {
      const programs = document.hidden ? undefined : await inUse(of);
      if (!wanted) return;
      if (programs !== undefined) setSeen({ of, programs });
      timer = setTimeout(() => void look(of), every);
    }
    void look(targetId);
    return () => {
      wanted = false;
      if (timer) clearTimeout(timer);
    };
  }, [targetId, inUse]);
  return seen !== null && seen.of === targetId ? seen.programs : null;
}
