import { createHash } from 'node:crypto';
import { message, translate, type MessageKey } from '../../../shared/messages/index.ts';
import { contentSecurityPolicy, securityHeaders } from '../assets.ts';

const keys: readonly MessageKey[] = ['problem.not-let-in', 'problem.not-let-in.hint'];

const style =
  ':root{color-scheme:light dark}' +
  'body{margin:0;background:#faf9f6;color:#25221d;line-height:1.55;' +
  'font:16px/1.55 "Segoe UI",system-ui,"Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif}' +
  'main{max-width:560px;margin:0 auto;padding:14vh 24px 48px}h1{font-size:1.35rem}' +
  'hr{margin:32px 0;border:0;border-top:1px solid #b3aca0}' +
  '@media(prefers-color-scheme:dark){body{background:#1b1916;color:#ece8e0}}';
const styleSource = `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * A calm page for somebody who came without the right address. In both languages, because the
 * settings are none of a stranger's business. Its one style is named to the content policy by its hash.
 */
export function noticePage(status: number): Response {
  const section = (language: 'en' | 'zh-CN') =>
    `<section lang="${language}"><h1>${translate(language, message('host.name'))}</h1>` +
    keys.map((key) => `<p>${translate(language, message(key))}</p>`).join('') +
    '</section>';
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width">' +
    `<meta name="color-scheme" content="light dark"><title>${translate('en', message('host.name'))}</title><style>${style}</style>` +
    `</head><body><main>${section('en')}<hr>${section('zh-CN')}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy.replace("style-src 'self'", styleSource),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
