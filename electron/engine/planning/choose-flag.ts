import type { Facts } from '../../../shared/facts.ts';
import type { Install } from '../../../shared/install.ts';
import { fail } from '../../../shared/problem.ts';
import { engineOfInstall } from '../knowledge/program-of-install.ts';
import { settingOf, type EngineId, type SettingRow } from '../knowledge/program-rows.ts';
import { attentionFlagRows } from '../knowledge/tables.ts';
import { placeToEdit } from '../launch/launch.ts';
import { nothingToDo, type Intent } from './intent.ts';

/**
 * PyTorch's own attention by its flag where the install is started from, a script or the settings
 * of its program, instead of any other flag of that choice. No package is touched. Throws
 * `no-start-script`, also for programs that take it from a setting of their own window.
 */
export function choosePytorchAttention(facts: Facts, install: Install | null): Intent {
  const engine = engineOfInstall(install);
  const setting = settingOf(engine, 'pytorch');
  const wanted = setting?.words ?? '--use-pytorch-cross-attention';
  const place = facts.comfyui && placeToEdit(facts.comfyui);
  if (!place || !setting || !wanted.startsWith('--'))
    fail('no-start-script', { params: { flag: wanted } });
  const remove = othersOf(engine, setting).filter((flag) => flag !== wanted);
  return { ...nothingToDo, edits: [{ ...place, add: [wanted], remove }] };
}

/** The flags that ask for another attention, or stand in the way of this one. */
function othersOf(engine: EngineId, setting: SettingRow): string[] {
  const ofComfyui = attentionFlagRows.filter((row) => row.group.startsWith('attn_group'));
  if (engine === 'comfyui') return ofComfyui.map((row) => row.flag);
  const others = (['xformers', 'sage', 'flash'] as const).flatMap(
    (each) => settingOf(engine, each)?.words ?? [],
  );
  return [...others, ...setting.also].flatMap((words) => words.split(' '));
}
