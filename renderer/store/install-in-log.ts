import type { Install } from '../../shared/install.ts';

/** The beginning of a log names the folder that it comes from; the rest need not be searched. */
const searched = 512 * 1024;

/** The install whose folder stands in this log; the one that lies deepest where there are several. */
export function installIn(text: string, installs: readonly Install[]): Install | null {
  const flat = comparable(text);
  const named = installs.filter(({ sourceRoot }) => {
    const folder = comparable(sourceRoot).replace(/\/+$/, '');
    const at = folder === '' ? -1 : flat.indexOf(folder);
    // "ComfyUI" is not named where "ComfyUI_old" is.
    return at >= 0 && namesFolder(flat, folder);
  });
  return named.sort((a, b) => b.sourceRoot.length - a.sourceRoot.length)[0] ?? null;
}

function namesFolder(text: string, folder: string): boolean {
  for (let at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + 1)) {
    const after = text[at + folder.length] ?? '';
    if (!/[\w.-]/.test(after)) return true;
  }
  return false;
}

/** Windows programs write both slashes, and either case. */
function comparable(text: string): string {
  return text.replace(/[\\/]+/g, '/').toLowerCase();
}

/** The beginning of a log as text; empty where it cannot be read. */
export function beginningOf(content: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => resolve('');
    reader.readAsText(content.slice(0, searched));
  });
}
