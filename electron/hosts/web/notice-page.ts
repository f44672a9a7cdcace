import { message, translate, type MessageKey } from '../../../shared/messages/index.ts';
import { securityHeaders } from '../assets.ts';

/**
 * A calm page for somebody who came without the right address. In both languages, because the
 * settings are none of a stranger's business. No style: the content policy allows none inline.
 */
export function noticePage(status: number, sentence: MessageKey, hint?: MessageKey): Response {
  const keys = hint ? [sentence, hint] : [sentence];
  const section = (language: 'en' | 'zh-CN') =>
    `<section lang="${language}"><h1>${translate(language, message('host.name'))}</h1>` +
    keys.map((key) => `<p>${translate(language, message(key))}</p>`).join('') +
    '</section>';
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width">' +
    `<meta name="color-scheme" content="light dark"><title>${translate('en', message('host.name'))}</title>` +
    `</head><body><main>${section('en')}<hr>${section('zh-CN')}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
