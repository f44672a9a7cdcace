import { isOurAddress } from './trusted-sender.ts';

/** Our own page may put text into the clipboard (the report to paste), and nothing else. */
export function isGranted(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOurAddress(origin);
}
