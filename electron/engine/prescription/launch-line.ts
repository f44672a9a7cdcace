import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Install } from '../../../shared/install.ts';
import type { Command } from '../../../shared/prescription.ts';
import { fullFlag, hasFlag } from '../knowledge/launch-flags.ts';
import type { ProgramId } from '../knowledge/program-rows.ts';
import { attentionFlagRows } from '../knowledge/tables.ts';
import type { Owner } from './owner/owner.ts';
import { commandOf } from './writing/quote.ts';

/** Those that a person starts by a command; the others start ComfyUI themselves. */
const startedByHand: readonly ProgramId[] = ['portable', 'comfyui', 'comfy_cli'];
const scriptName = /\.(?:bat|cmd|sh)$/i;

/**
 * What is typed to start this ComfyUI, from any folder: its start script, or where that does not
 * give the flag that is wanted, its Python with the flags that it is started with now and that one.
 * null where another program starts it. Pure.
 */
export function launchLine(
  install: Install | null,
  { facts, owner, flag }: { facts: Facts; owner: Owner; flag: string | null },
): Command | null {
  const id = owner.program?.id;
  if (!install || !facts.comfyui || id === undefined || !startedByHand.includes(id)) return null;
  const { flags, flagsFrom } = facts.comfyui;
  const given = flag === null || hasFlag(flags, flag);
  const script = flagsFrom?.kind === 'launcher' && !flagsFrom.settings ? flagsFrom.path : null;
  if (given && script !== null && scriptName.test(script)) {
    const isShellScript = script.toLowerCase().endsWith('.sh');
    return commandOf(owner.shell, isShellScript ? ['bash', script] : [script]);
  }
  const paths = facts.platform === 'win32' ? path.win32 : path.posix;
  return commandOf(owner.shell, [
    facts.interpreter.executable,
    ...owner.words.options,
    paths.join(install.sourceRoot, 'main.py'),
    ...(given ? flags : [...flags.filter((each) => !isChoice(each)), flag]),
  ]);
}

/** ComfyUI refuses two of them at once. */
function isChoice(word: string): boolean {
  const name = fullFlag(word);
  return attentionFlagRows.some((row) => row.flag === name && row.group.startsWith('attn_group'));
}
