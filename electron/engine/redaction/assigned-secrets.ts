import type { Shape } from './apply-shapes.ts';
import {
  endOfName,
  endOfValue,
  fieldNames,
  noSecret,
  noSecretText,
  strongNames,
  variableNames,
  weakNames,
} from './secret-names.ts';

/** Between a name and its value: NAME=, "name": , \"name\": , ["name"] = , name := , name => . */
const sign = String.raw`\\{0,7}["']?\]?(?: is)?[ \t]{0,8}(?:=>|:=|[=:])[ \t]{0,8}`;
/** Between a flag and its value: --flag VALUE, '--flag', 'VALUE'. */
const gap = String.raw`(?:[ \t]{1,8}|\\{0,7}["'][ \t]{0,8},\s{0,16}|\\{0,7}["'][ \t]{1,8})`;

/**
 * A value in quotes that are escaped no, one or two times: a quote inside of JSON inside of JSON is
 * \\\". Of a run of backslashes before a quote, so many belong to it; what is left over decides
 * whether the value ends there.
 */
function quotedValue(check = ''): string {
  const level = (group: string, slashes: number): string => {
    const end = String.raw`(?:\\{${2 * (slashes + 1)}})*\k<${group}>`;
    const unit = String.raw`(?:\\+[^\\\r\n]|[^\\\r\n])`;
    return String.raw`(?<${group}>\\{${slashes}}["'])(?!${noSecretText}${end})${check}(?:(?!${end})${unit}){1,4096}${end}`;
  };
  return `(?<open>[bBuUrR]?)(?:${level('q0', 0)}|${level('q1', 1)}|${level('q3', 3)})`;
}
const quoted = quotedValue();
const quotedHidden = '$<name>$<open>$<q0>$<q1>$<q3><secret>$<q0>$<q1>$<q3>';
const plainHidden = '$<name>$<open><secret>';

/** Up to a blank or a quote, without what closes the sentence or the list around it. */
const backslash = String.raw`\\(?!\\{0,60}["'])`;
const word = `(?:[^\\s"'\\\\]|${backslash})*(?:[^\\s"'\\\\,;)\\]}\`]|${backslash}(?!\\s))`;
const plain = String.raw`(?!(?:[bBuUrR](?=["'\\]))?\\{0,7}["']?(?:${noSecret}))(?<open>\\{0,7}["']?)${word}`;
/** For names that hold other things too: not a short number, not a lower-case word. */
const likely = String.raw`(?!(?:[bBuUrR](?=["'\\]))?\\{0,7}["']?(?:${noSecret}|\d{1,6}${endOfValue}|[a-z_]{1,24}${endOfValue}))(?<open>\\{0,7}["']?)(?=[^\s"']{6})${word}`;
const likelyQuoted = quotedValue(String.raw`(?=[^"'\s]{6})`);
/** Words of a sentence that may follow the name of a flag. */
const sentence =
  '(?:is|are|was|to|or|and|for|with|the|must|option|flag|argument|requires?|required|expects?|expected|if|when|not|in|from|has|can|cannot|should|needs?|instead|an?)(?=[.,;:]?(?:\\s|$))';

const anchorsOfNames = ['pass', 'secret', 'key', 'token', 'credential', 'connection'];
const kind = 'secret';

function rows(name: string, flags: string, anchors: string[], source: string): Shape[] {
  return [
    {
      kind,
      anchors,
      pattern: new RegExp(`(?<name>(?:${name})${endOfName}${sign})${quoted}`, flags),
      replacement: quotedHidden,
      source,
    },
    {
      // A bare number in JSON stays a value of JSON.
      kind,
      anchors,
      pattern: new RegExp(
        `(?<name>(?:${name})"[ \\t]{0,8}:[ \\t]{0,8})-?\\d[\\d.]{0,40}(?=\\s{0,16}[,}\\]])`,
        flags,
      ),
      replacement: '$<name>"<secret>"',
      source,
    },
    {
      kind,
      anchors,
      pattern: new RegExp(`(?<name>(?:${name})${endOfName}${sign})${plain}`, flags),
      replacement: plainHidden,
      source,
    },
  ];
}

/** `Pwd=` of connection strings; PWD=/home/me is the working folder of a shell. */
const pwd = String.raw`(?<![A-Za-z])[Pp]wd|(?<!OLD|[A-Z])PWD(?!=\/|=[A-Za-z]:[\\/])`;

/** Secrets that are known by the name of the setting, field, flag or header they stand in. */
export const assignedSecrets: readonly Shape[] = [
  {
    kind: 'token',
    anchors: ['='],
    pattern:
      /([?&;](?:[\w-]{0,40}token|key|api_?key|sig|signature|secret|password|auth|x-amz-(?:signature|credential))=)(?!<)[^&\s"'#<>\\]+/gi,
    replacement: '$1<token>',
    source: 'civitai.com downloads (?token=), pre-signed addresses of S3 and Azure',
  },
  ...rows(strongNames, 'gi', anchorsOfNames, '.env files, JSON and YAML settings, Python reprs'),
  ...rows(
    variableNames,
    'g',
    ['key', 'token', '_pass', '_auth', '_credential', '_cookie', '_psk', '_pat'],
    'environment variables',
  ),
  ...rows(pwd, 'g', ['pwd'], 'connection strings of ODBC and ADO.NET'),
  {
    kind,
    anchors: ['token', 'auth', 'pass'],
    pattern: new RegExp(`(?<name>(?:${weakNames})${endOfName}${sign})${likelyQuoted}`, 'g'),
    replacement: quotedHidden,
    source: 'docker config.json ("auth"), .npmrc (_auth)',
  },
  {
    kind,
    anchors: ['token', 'auth', 'pass'],
    pattern: new RegExp(`(?<name>(?:${weakNames})${endOfName}${sign})${likely}`, 'g'),
    replacement: plainHidden,
    source: 'settings of scripts',
  },
  ...[quoted, `(?!-|${sentence})${plain}`].map((value, index) => ({
    kind,
    anchors: ['--'],
    pattern: new RegExp(
      `(?<name>(?<![\\w-])--[\\w-]{0,40}?(?:${strongNames}|pwd|${weakNames})${endOfName}${gap})${value}`,
      'gi',
    ),
    replacement: index === 0 ? quotedHidden : plainHidden,
    source: 'launch flags, in a command line or a list of arguments',
  })),
  {
    kind,
    anchors: ['setx', 'env '],
    pattern: new RegExp(
      `(?<name>(?<!\\w)(?:setx|ENV)[ \\t]{1,8}\\w{0,40}?(?:${strongNames}|_key|token|_pass)${endOfName}[ \\t]{1,8})${plain}`,
      'gi',
    ),
    replacement: plainHidden,
    source: 'setx of Windows, ENV of a Dockerfile',
  },
  {
    kind,
    anchors: ["('", '("'],
    pattern: new RegExp(
      `(?<name>\\(\\\\{0,7}["'][\\w.-]{0,40}?(?:${fieldNames})\\\\{0,7}["'],[ \\t]{0,8})${quoted}`,
      'gi',
    ),
    replacement: quotedHidden,
    source: 'os.environ.items() as Python prints it',
  },
  {
    kind,
    anchors: ['</'],
    pattern: new RegExp(
      `(?<name><[\\w:.-]{0,40}?(?:${fieldNames})>)[^<\\s][^<]{0,512}(?=</)`,
      'gi',
    ),
    replacement: '$<name><secret>',
    source: 'XML settings',
  },
  {
    kind,
    anchors: ['pass'],
    pattern: new RegExp(`(?<name>\\b(?:password|passwd|passphrase)[ \\t]{1,4})${quoted}`, 'gi'),
    replacement: quotedHidden,
    source: 'sentences of programs: password "..."',
  },
  {
    kind,
    anchors: ['login', 'machine'],
    pattern:
      /(\b(?:login|machine)[ \t]+[^\s"']{1,200}(?:[ \t]+(?:login|account)[ \t]+[^\s"']{1,200}){0,2}\s{1,16}password[ \t]+)(?!<)[^\s"']+/gi,
    replacement: '$1<secret>',
    source: 'netrc(5)',
  },
  {
    kind,
    anchors: ['password'],
    pattern: /(^[ \t]{0,16}password[ \t]+)(?!<)[^\s"']+(?=[ \t]*$)/gim,
    replacement: '$1<secret>',
    source: 'netrc(5), a field on a line of its own',
  },
];
