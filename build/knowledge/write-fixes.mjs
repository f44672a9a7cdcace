import { writeFileSync } from 'node:fs';
import { compare } from '@renovatebot/pep440';
import { format } from 'prettier';
import { fromRoot } from '../paths.mjs';
import { placeOf, readTable } from './tables.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */
/** @typedef {Record<string, any>} AnyRow */

/**
 * Puts into the tables what was read and leaves no choice; everything else is for a person.
 * @param {readonly Finding[]} findings @param {string} day
 * @returns {Promise<number>} how many
 */
export async function writeFixes(findings, day) {
  const certain = findings.filter(({ fix }) => fix !== undefined);
  for (const name of new Set(certain.map(({ table }) => table))) {
    const table = readTable(name);
    for (const finding of certain.filter((each) => each.table === name))
      fixRows(table.rows, finding, day);
    const text = await format(JSON.stringify(table), { parser: 'json', printWidth: 100 });
    writeFileSync(fromRoot(placeOf(name)), text);
  }
  return certain.length;
}

/** Puts one finding into the rows of its table. @param {AnyRow[]} rows @param {Finding} finding @param {string} day */
export function fixRows(rows, { row: torch, fix = {} }, day) {
  if (fix.list === 'rows') {
    const { torch: version, torchvision, torchaudio } = fix;
    const row = { torch: version, torchvision, torchaudio };
    rows.push({
      ...row,
      source: `METADATA of the wheels on PyPI (Requires-Dist: torch), read ${day}`,
    });
    rows.sort((one, other) => compare(one.torch, other.torch));
    return;
  }
  const row = rows.find((each) => each.torch === torch);
  if (fix.list === 'armArchitectures') {
    const build = row?.cuda.find((/** @type {AnyRow} */ each) => each.variant === fix.variant);
    if (!row || !build) return;
    build.armArchitectures = fix.architectures;
    const source = `aarch64: torch's own list in torch/cuda/__init__.py, read ${day}`;
    if (!row.source.includes(source)) row.source = `${row.source}; ${source}`;
  } else if (row) {
    const pin = {
      ...{ fromTorch: fix.fromTorch, requirement: fix.requirement, confidence: 'measured' },
      source: `Requires-Dist of the torch wheels, read ${day}`,
    };
    row.tritonLinux = [
      ...row.tritonLinux.filter((/** @type {AnyRow} */ each) => each.fromTorch !== fix.fromTorch),
      pin,
    ];
    row.tritonLinux.sort((/** @type {AnyRow} */ one, /** @type {AnyRow} */ other) =>
      compare(one.fromTorch, other.fromTorch),
    );
  }
}
