import type { Shape } from './apply-shapes.ts';
import { assignedSecrets } from './assigned-secrets.ts';

/** Secrets that are known by what they look like, wherever they stand. */
const bySight: readonly Shape[] = [
  {
    kind: 'private-key',
    anchors: ['private key-----'],
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
    replacement: '<private key>',
    source: 'RFC 7468',
  },
  {
    // Slashes may be escaped; a password may hold an @.
    kind: 'url-credentials',
    anchors: ['@'],
    pattern: /(:(?:\\{0,7}\/){2})(?!<credentials>|git@)[^/\\\s"'<>?#]{1,512}@/g,
    replacement: '$1<credentials>@',
    source: 'RFC 3986, 3.2.1',
  },
  {
    kind: 'url-credentials',
    anchors: ['@'],
    pattern: /(:\/\/)[^\s/@:"'<>]{1,128}:(?!\d{1,5}(?:\/|\b))[^\s@"'<>]{1,256}@/g,
    replacement: '$1<credentials>@',
    source: 'passwords that hold a slash, as people write them',
  },
  {
    kind: 'url-credentials',
    anchors: ['%2f%2f'],
    pattern: /(%3A%2F%2F)(?:(?!%40|%2F)[^\s"'&/]){1,256}(?:%40|@)/gi,
    replacement: '$1<credentials>%40',
    source: 'an address inside of an address',
  },
  {
    kind: 'url-credentials',
    anchors: ['@'],
    pattern:
      /(?<![\w/:.@%+-])[\w.%+-]{2,64}:(?!\/\/|\d{1,5}\b)[^\s@/:"'<>]{1,128}@(?!sha\d)(?=[\w[])/g,
    replacement: '<credentials>@',
    source: 'proxies without a scheme: user:password@host',
  },
  {
    kind: 'url-credentials',
    anchors: ['-u', '-user'],
    pattern:
      /((?<![\w-])(?:-u|--(?:proxy-)?user)[ \t=]{1,8}["']?)(?!<)[^\s:"'@]{2,64}:(?!\/\/)[^\s"']+/g,
    replacement: '$1<credentials>',
    source: 'curl(1)',
  },
  {
    // http:// and https:// in base64: an address that somebody took the trouble to hide.
    kind: 'url-credentials',
    anchors: ['ahr0c'],
    pattern: /(?<![A-Za-z0-9+/_-])aHR0c(?:DovL|HM6Ly)[A-Za-z0-9+/_-]{6,}={0,2}/g,
    replacement: '<credentials>',
    source: 'RFC 4648',
  },
  {
    kind: 'token',
    anchors: ['authorization'],
    pattern:
      /(authorization\\{0,7}["']?[ \t]{0,8}[:=][ \t]{0,8}(?!\\{0,7}["']?[a-z]{1,12}[ \t]{1,8}<token>)(?:[bu](?=["']))?\\{0,7}["']?(?:(?:Basic|Bearer|Token|ApiKey|Negotiate|NTLM)[ \t]{1,8})?)(?!<|[({[])(?:Digest[ \t][^\r\n]+|AWS4-HMAC[^\r\n]+|[^\s"'\\,;]{4,})/gi,
    replacement: '$1<token>',
    source: 'RFC 9110, 11.6.2',
  },
  {
    kind: 'token',
    anchors: ['cookie'],
    pattern:
      /((?<![\w])(?:set-)?cookie\\{0,7}["']?[ \t]{0,8}:[ \t]{0,8}\\{0,7}["']?)(?!<)[\w.-]{1,80}=[^\r\n"'\\]+/gi,
    replacement: '$1<token>',
    source: 'RFC 6265',
  },
  {
    kind: 'token',
    anchors: ['bearer'],
    pattern: /(\bBearer[ \t]{1,8})(?!<)[\w.~+/-]{8,}=*/gi,
    replacement: '$1<token>',
    source: 'RFC 6750',
  },
  {
    // A digit, padding or mixed case: “Basic information” is a sentence.
    kind: 'token',
    anchors: ['basic '],
    pattern:
      /(\bBasic[ \t]{1,8})(?=[A-Za-z0-9+/]{0,200}(?:[0-9=]|[a-z][A-Z][A-Za-z]{0,200}[a-z][A-Z]))[A-Za-z0-9+/]{8,}={0,2}/g,
    replacement: '$1<token>',
    source: 'RFC 7617',
  },
  {
    kind: 'token',
    anchors: ['hf_', 'api_org_', 'r8_'],
    pattern: /(?<![A-Za-z0-9])(?:hf_|api_org_|r8_)[A-Za-z0-9]{20,}/g,
    replacement: '<token>',
    source: 'Hugging Face and Replicate: forms of access tokens',
  },
  {
    kind: 'token',
    anchors: ['gh', 'glpat-', 'npm_'],
    pattern:
      /(?<![A-Za-z0-9])(?:gh[pousr]_[0-9A-Za-z]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{36})/g,
    replacement: '<token>',
    source: 'GitHub, GitLab and npm: forms of access tokens',
  },
  {
    kind: 'token',
    anchors: ['sk-', 'sk_', 'rk_', 'xox'],
    pattern:
      /(?<![\w-])(?:sk-[\w-]{20,}|[sr]k_(?:live|test)_[A-Za-z0-9]{10,}|xox[abeprs]-[\w-]{10,})/g,
    replacement: '<token>',
    source: 'OpenAI, Anthropic, Stripe and Slack: forms of keys',
  },
  {
    kind: 'token',
    anchors: ['akia', 'asia', 'aiza', 'ya29.', 'pypi-age', 'comfyui-'],
    pattern:
      /(?<![A-Za-z0-9])(?:A(?:KI|SI)A[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,}|pypi-AgE[\w-]{20,}|comfyui-[0-9a-f]{64})/g,
    replacement: '<token>',
    source: 'AWS, Google, PyPI and comfy.org: forms of keys',
  },
  {
    kind: 'token',
    anchors: ['eyj'],
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/g,
    replacement: '<token>',
    source: 'RFC 7519',
  },
];

/** Everything that is secret by its shape or by the name that it stands behind. */
export const secretShapes: readonly Shape[] = [...bySight, ...assignedSecrets];
