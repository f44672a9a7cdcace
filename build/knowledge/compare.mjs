import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../say.mjs';
import { checkCompanions } from './check-companions.mjs';
import { checkOthers } from './check-others.mjs';
import { checkTorch } from './check-torch.mjs';
import { checkXformers } from './check-xformers.mjs';
import { writeEdition } from './edition.mjs';
import { reportOf } from './findings.mjs';
import { withoutSource } from './sources.mjs';
import { writeFixes } from './write-fixes.mjs';

/**
 * Reads the sources, says what differs, and with --write puts in what is certain.
 * @param {readonly string[]} words
 * @returns {Promise<number>} 1 where a row has no source, or its source does not support it
 */
export async function compareWithSources(words) {
  const day = new Date().toISOString().slice(0, 10);
  const findings = [...withoutSource()];
  for (const check of [checkTorch, checkCompanions, checkXformers, checkOthers])
    findings.push(...(await check()));
  const report = reportOf(findings, day);
  const at = words.indexOf('--report');
  const file = at < 0 ? undefined : words[at + 1];
  if (file !== undefined) writeFileSync(path.resolve(file), report);
  process.stdout.write(`${report}\n`);
  if (words.includes('--write')) {
    const written = await writeFixes(findings, day);
    writeEdition(day);
    say(`${written} rows written; tables of ${day}`);
  }
  return findings.some(({ kind }) => kind === 'wrong') ? 1 : 0;
}
