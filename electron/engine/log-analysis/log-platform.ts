import type { Platform } from '../../../shared/facts.ts';
import type { Said } from '../../../shared/said.ts';
import type { StatedFacts } from '../../../shared/stated-facts.ts';

const words: readonly [RegExp, Platform][] = [
  [
    /\bWSL|Linux|Ubuntu|Debian|Fedora|CentOS|Gentoo|Bazzite|CachyOS|Pop!_OS|\bMint\b|\bArch\b|NixOS|Manjaro|SUSE|Docker|Colab|RunPod|Kaggle/i,
    'linux',
  ],
  [/Windows|win32|win_amd64|\bnt\b|\bWin ?\d+\b/i, 'win32'],
  [/macOS|macosx|Mac OS|\bOS X\b|Darwin|\bMac\b/i, 'darwin'],
];

/** What paths look like where no line names the system. */
const looks: readonly [RegExp, Platform][] = [
  [/\/Users\/|\/opt\/homebrew\//, 'darwin'],
  [/(?:^|[\s"'(])[A-Za-z]:[\\/](?!\/)|\bWinError\b|\.dll\b|\.pyd\b/, 'win32'],
  [
    /\/home\/|\/workspace\/|\/usr\/(?:lib|local|bin)|\/root\/|\/lib\/python3|\/opt\/|\.so\b/,
    'linux',
  ],
];

/** The system that printed a log; null where nothing tells. */
export function platformOf(said: readonly Said[], stated: StatedFacts | null): Platform | null {
  const named = said.findLast((each) => each.values['platform'] !== undefined)?.values['platform'];
  for (const text of [stated?.os, named]) {
    const found = text === undefined ? undefined : words.find(([word]) => word.test(text));
    if (found) return found[1];
  }
  for (const { text } of said) {
    const found = looks.find(([look]) => look.test(text));
    if (found) return found[1];
  }
  // What Python calls both Linux and macOS, which the paths would have told.
  return named === 'posix' ? 'linux' : null;
}
