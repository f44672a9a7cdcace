import type { Shape } from './apply-shapes.ts';
import { publicHost } from './public-hosts.ts';

const name = String.raw`[a-z0-9_](?:[\w-]{0,62})(?:\.[\w-]{1,63}){0,6}`;
const dotted = String.raw`[a-z0-9_](?:[\w-]{0,62})(?:\.[\w-]{1,63}){1,6}`;
const stays = String.raw`(?!<|${publicHost})`;
const kind = 'host';

/** Names of servers in addresses and settings: a company, a school, somebody's storage at home. */
export const hostShapes: readonly Shape[] = [
  {
    kind,
    anchors: ['://', ':\\/', '%3a%2f%2f'],
    pattern: new RegExp(
      String.raw`(\b(?:(?:git|hg|svn|bzr)\+)?(?:https?|ftps?|sftp|wss?|ssh|git|socks[45][ah]?|tcp|redis|smb|nfs|s3|postgres(?:ql)?|mysql)(?::(?:\\{0,3}\/){2}|%3A%2F%2F)(?:<credentials>(?:@|%40))?)${stays}${name}`,
      'gi',
    ),
    replacement: '$1<host>',
    source: 'RFC 3986, 3.2.2',
  },
  {
    kind,
    anchors: ['<credentials>@'],
    pattern: new RegExp(`(?<!/)(<credentials>@)${stays}${name}`, 'gi'),
    replacement: '$1<host>',
    source: 'proxies without a scheme',
  },
  {
    kind,
    anchors: ['host', 'server', 'proxy', 'domain'],
    pattern: new RegExp(
      String.raw`((?<![a-z])(?:trusted[_-]host|hostname|host|server|proxy(?:[_-]server)?|domain|base[_-]url)(?:\\{0,3}["'])?(?:[ \t]{0,4}[=:][ \t]{0,4}|[ \t]{1,4}(?=["'\w.-]{0,64}\.[a-z]))\\{0,3}["'\[]{0,2})${stays}(?!\d{1,3}(?:\.\d{1,5}){1,3}(?![\w.-]))${dotted}`,
      'gi',
    ),
    replacement: '$1<host>',
    source: 'pip --trusted-host, urllib3 (host=..., port=...), settings of proxies',
  },
  {
    kind,
    anchors: ['resolve', 'getaddrinfo', 'connect to', 'connection to', 'reach'],
    pattern: new RegExp(
      String.raw`(\b(?:resolve(?: host)?|getaddrinfo|connect(?:ion|ed)? to|reach(?:ed)?)[ :]{1,3}["'(]{0,2})${stays}(?!\d{1,3}(?:\.\d{1,5}){1,3}(?![\w.-]))${dotted}`,
      'gi',
    ),
    replacement: '$1<host>',
    source: 'curl(1), getaddrinfo(3), urllib3',
  },
  {
    kind,
    anchors: ['\\\\'],
    pattern:
      /((?<![\w\\:~>])\\{2,4})(?!<|wsl(?:\.localhost|\$)|[?.]\\|u[0-9a-f]{4}|x[0-9a-f]{2}|localhost)[a-z0-9_][\w.-]{1,62}(?=\\{1,2}[\w$])/gi,
    replacement: '$1<host>',
    source: 'shares of Windows (UNC)',
  },
];
