import { isCommonFile, isCommonFolder, isProgramFolder } from './telling-folders.ts';

const separator = String.raw`(?:[\\/]{1,4}|%(?:25)?5C|%(?:25)?2F)`;
/** Below the home of somebody, on a drive of Windows, or where Unix puts other disks. */
const roots = String.raw`(?<![\w~.])~(?=[\\/%])|<user>|<home>|(?<![a-z0-9])[a-z]:(?=[\\/]{1,4}[^\\/\s])|(?<![\w~.>])\/(?:mnt|media|volumes|run\/media|data|srv|storage|nas)(?=\/)`;
const plain = String.raw`[^\\/\s"'<>|*?:%,;()\[\]{}]`;
const placeholder = '<(?:user|host|organisation|folder)>';
const escape = String.raw`%(?!(?:25)?(?:5C|2F))[0-9a-f]{2}`;
/** Blanks only where the folder goes on behind it: a sentence does not. */
const blanks = String.raw`(?:[^\\/"'<>|*?:%~\n\r\t]|~(?=\d)|${placeholder}|${escape}){1,80}(?<!\s)(?=${separator})`;
const bare = String.raw`(?:${plain}|${placeholder}|${escape}){1,120}`;
const paths = new RegExp(`(${roots})((?:${separator}(?:${blanks}|${bare})){1,40})`, 'gi');
const parts = new RegExp(`(${separator})((?:(?!${separator})[\\s\\S])+)`, 'gi');
/** A path that is all of what stands in quotes may end in a name with blanks. */
const quoted = new RegExp(
  String.raw`(?<=(["']))((?:${roots})[^"'\n\r<>|*?]{0,400}${separator})([^"'\\/\n\r<>|*?:]{1,80})(?=\1)`,
  'gi',
);

/**
 * Folders that somebody named themselves: a customer, a school, a person. What every machine has and
 * what lies in a program's own folder stays; `count` hears how many were replaced.
 */
export function hideFolders(text: string, count: (times: number) => void): string {
  if (!/[\\/]|%2f|%5c/i.test(text)) return text;
  let times = 0;
  const hide = (): string => {
    times += 1;
    return '<folder>';
  };
  const whole = text.replace(quoted, (all, _quote: string, before: string, last: string) => {
    if (!last.includes(' ') || inProgram(before) || isCommonFolder(last)) return all;
    return before + hide() + extensionOf(last);
  });
  const result = whole.replace(paths, (_all, root: string, rest: string) => {
    let inside = false;
    const shown = rest.replace(parts, (part, between: string, name: string, at: number) => {
      const isLast = at + part.length === rest.length;
      if (inside) return part;
      inside = isProgramFolder(name);
      if (inside || isCommonFolder(name) || (isLast && isCommonFile(name))) return part;
      return between + hide() + (isLast ? extensionOf(name) : '');
    });
    return root + shown;
  });
  if (times > 0) count(times);
  return result;
}

function inProgram(path: string): boolean {
  return path.split(/[\\/]+/).some(isProgramFolder);
}

function extensionOf(name: string): string {
  return (
    /[^.](\.(?:[a-z0-9]{1,5}|safetensors)[.,]?)$/i.exec(name)?.[1] ?? /[.,]$/.exec(name)?.[0] ?? ''
  );
}
