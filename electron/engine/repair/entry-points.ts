export type EntryPoint = {
  /** Of the script, without its ending. */
  name: string;
  /** What pip writes into it: the line that imports what it calls. */
  words: string;
};

/**
 * The programs that pip makes up for a wheel, from its entry_points.txt (packaging.python.org,
 * entry points specification: `name = module:attribute [extra]` in two sections).
 */
export function entryPointsOf(text: string): EntryPoint[] {
  const found: EntryPoint[] = [];
  let wanted = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[([^\]]+)\]\s*$/.exec(line)?.[1]?.trim();
    if (section !== undefined) wanted = ['console_scripts', 'gui_scripts'].includes(section);
    const entry = /^\s*([^=#;[\s][^=]*?)\s*=\s*([\w.]+)\s*:\s*([\w.]+)/.exec(line);
    if (!wanted || !entry) continue;
    const [, name = '', module = '', attribute = ''] = entry;
    found.push({ name, words: `from ${module} import ${attribute.split('.')[0] ?? ''}` });
  }
  return found;
}
