/**
 * Whether two texts tell one version: metadata, a log and the package's own files do not all tell
 * the local part ("+cu128"). null: it is not there.
 */
export function isSameVersion(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return one === other;
  const [a = '', b = ''] = [one, other].map((each) => each.split('+')[0]);
  return a === b && (one === a || other === b);
}
