/** npm run docs: makes the troubleshooting guide from the tables, as Markdown and as a site. --check only says whether it is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { guideIn } from './docs/causes.mjs';
import { markdownOf } from './docs/markdown.mjs';
import { pageOf } from './docs/site.mjs';
import { fromRoot } from './paths.mjs';
import { say } from './say.mjs';

const english = await guideIn('en');
const chinese = await guideIn('zh-CN');
const files = {
  'docs/troubleshooting.md': markdownOf(english),
  'docs/troubleshooting.zh-CN.md': markdownOf(chinese),
  'docs/site/index.html': pageOf(english, 'zh-CN.html'),
  'docs/site/zh-CN.html': pageOf(chinese, 'index.html'),
};

const stale = Object.entries(files).filter(
  ([file, text]) => !existsSync(fromRoot(file)) || readFileSync(fromRoot(file), 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [file] of stale) say(`${file} is older than the tables: npm run docs`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  mkdirSync(fromRoot('docs/site'), { recursive: true });
  for (const [file, text] of stale) writeFileSync(fromRoot(file), text);
  say(stale.length === 0 ? 'nothing to do' : stale.map(([file]) => file).join('\n'));
}
