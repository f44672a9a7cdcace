import type { Shape } from './apply-shapes.ts';

const slash = String.raw`(?:(?:\/|\\(?!u[0-9a-f]{4}|x[0-9a-f]{2})){1,4}|%(?:25)?5C|%(?:25)?2F)`;
const slashUnix = String.raw`(?:\/{1,2}|\\\/|%(?:25)?2F)`;
/** One character of a folder's name, or its escape; never what separates folders. */
const letter = String.raw`\\{1,4}(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[0-3][0-7]{2})|%(?!(?:25)?(?:2F|5C|22|20|3A))(?:25)?[0-9a-f]{2}`;
const name = String.raw`(?:${letter}|[^/\\\s"':<>|*?%])+`;
/** Windows names may have blanks, so the name ends where the folder does. */
const nameWithBlanks = String.raw`(?:(?:${letter}|%20|[^/\\"':<>|*?%\n]){1,64}(?<!\s)(?=[\\/]|%5C|%2F)|${name})`;
const nobody = '(?!<|~|(?:Public|Default|Default User|All Users|Shared)(?![\\w-]))';
const windowsHomes = '(?:Users|Documents and Settings)';

/** Octets of an address that is one wherever it stands, and of one that its surroundings tell. */
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const notOurs = '(?!127\\.|0\\.0\\.0\\.0|255\\.255\\.)';
const endOfAddress = '(?![\\d.]*\\d)(?![\\w-])';
const group = '[0-9a-f]{1,4}';

/**
 * Private text that is known by its shape: homes of anybody else (a base Python or a log may lie
 * in one), addresses of people, computers and cards.
 */
export const privateShapes: readonly Shape[] = [
  {
    kind: 'e-mail',
    anchors: ['@'],
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,}\b/gi,
    replacement: '<e-mail>',
    source: 'RFC 5322',
  },
  {
    // joe@studio: as ssh and shells write a user on a computer.
    kind: 'e-mail',
    anchors: ['@'],
    pattern:
      /(?<![\w.+@/<>:-])[\w.+-]{2,64}@(?!(?:latest|next|main|master|sha256|file|git|v?\d)(?![a-z]))[a-z][\w-]{0,62}(?![\w@/.-])/gi,
    replacement: '<e-mail>',
    source: 'ssh(1)',
  },
  {
    kind: 'organisation',
    anchors: ['onedrive - '],
    pattern: /(OneDrive - )(?!<)[^/\\"'<>|*?\r\n]{1,64}/gi,
    replacement: '$1<organisation>',
    source: 'folders of OneDrive for work',
  },
  {
    kind: 'user',
    anchors: ['s-1-5-21-'],
    pattern: /\bS-1-5-21(?:-\d{1,10}){3,4}\b/gi,
    replacement: '<sid>',
    source: 'Windows security identifiers',
  },
  {
    kind: 'user',
    anchors: ['users', 'settings'],
    pattern: new RegExp(
      `((?:\\b[A-Z](?::|%3A|\\|)|(?:\\/mnt|\\/cygdrive)?\\/[A-Z](?=\\/)|\\\\{2,4}[^\\\\/\\s]{1,64})${slash}${windowsHomes}${slash})${nobody}${nameWithBlanks}`,
      'gi',
    ),
    replacement: '$1<user>',
    source: 'Windows, and its disks in MSYS, Cygwin and WSL',
  },
  {
    kind: 'user',
    anchors: ['home', 'users', 'settings'],
    pattern: new RegExp(
      `((?:^|[^\\w~.]|%3A)(?:${slashUnix}(?:var|export))?${slashUnix}(?:home|Users)${slashUnix})${nobody}${name}`,
      'gi',
    ),
    replacement: '$1<user>',
    source: 'Unix and macOS',
  },
  {
    kind: 'user',
    anchors: ['wsl'],
    pattern: new RegExp(
      `((?:[\\\\/]{2,8}|%5C%5C)wsl(?:\\.localhost|\\$)${slash}[^\\\\/\\s%]{1,64}${slash}home${slash})${nobody}${name}`,
      'gi',
    ),
    replacement: '$1<user>',
    source: 'Linux distributions as Windows shows them',
  },
  {
    kind: 'home',
    anchors: ['/root'],
    pattern: /(?<![\w~./-])\/root(?=\/)/g,
    replacement: '~',
    source: 'the home of root',
  },
  {
    kind: 'address',
    anchors: ['.'],
    pattern: new RegExp(
      `(?<![\\w.-])${notOurs}(?:192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01])|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])|(?:[4-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])\\.${octet})\\.${octet}\\.${octet}${endOfAddress}`,
      'g',
    ),
    replacement: '<address>',
    source: 'RFC 1918, 3927 and 6598; versions of four parts begin with a small number',
  },
  {
    // 12.8.4.1 is a version of cuBLAS, unless a scheme, a port or a word says that it is not.
    kind: 'address',
    anchors: ['.'],
    pattern: new RegExp(
      `(:\\/\\/|@|(?<![a-z])(?:ip|inet|host|addr|address|server|gateway|peer|proxy|dns|client|bind|listen|listening on|connect(?:ed|ion|ing)? to|connect)["']?[ \\t:=('"[]{1,4})${notOurs}${octet}(?:\\.${octet}){3}${endOfAddress}`,
      'gi',
    ),
    replacement: '$1<address>',
    source: 'sentences about connections',
  },
  {
    kind: 'address',
    anchors: ['.'],
    pattern: new RegExp(
      `(?<![\\w.=-])${notOurs}${octet}(?:\\.${octet}){3}(?=:\\d{2,5}(?![\\d.])| - - \\[)`,
      'g',
    ),
    replacement: '<address>',
    source: 'addresses with a port, lines of access logs',
  },
  {
    kind: 'address',
    anchors: [':'],
    pattern: new RegExp(
      `(?<![\\w:.])(?:(?:fe80|f[cd][0-9a-f]{2}|[23][0-9a-f]{3})(?::${group}){0,6}::(?:${group}(?::${group}){0,6})?|${group}(?::${group}){7})(?:%\\w{1,16})?(?![\\w:])`,
      'gi',
    ),
    replacement: '<address>',
    source: 'RFC 4291',
  },
  {
    kind: 'address',
    anchors: [':', '-'],
    pattern: /(?<![\w:-])[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})(?![\w:-])/gi,
    replacement: '<address>',
    source: 'IEEE 802 (MAC)',
  },
];
