/** Whose rules a start script is written by. */
export type Dialect = 'batch' | 'shell' | 'powershell';

/** By the ending of its name; what has none of Windows' endings is a shell's. */
export function dialectOf(file: string): Dialect {
  if (/\.(bat|cmd)$/i.test(file)) return 'batch';
  return /\.ps1$/i.test(file) ? 'powershell' : 'shell';
}
