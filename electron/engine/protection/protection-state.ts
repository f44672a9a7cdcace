import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Guard, ProtectionState } from '../../../shared/protection.ts';
import { guardsFor } from '../knowledge/guarded-packages.ts';
import type { System } from '../machine/system.ts';
import { constraintsIn } from './forms/pip-settings-form.ts';
import { isLost, readRecord, type Entry, type ProtectionRecord } from './record.ts';
import { inheritedConstraints, overrulingVariables, ownSettings } from './settings-of-pip.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** How the protection of this environment stands, from its files. */
export async function protectionState(
  system: System,
  root: string,
  facts: Pick<Facts, 'distributions'>,
): Promise<ProtectionState> {
  const record = await readRecord(system, root);
  if (record === null) return (await isLost(system, root)) ? 'broken' : 'off';
  if (record.state === 'pending' || record.root !== root) return 'broken';
  if (!(await isWhole(system, record))) return 'broken';
  const [address = '', ...inherited] = settingsEntry(record)?.wanted ?? [];
  const now = await inheritedConstraints(system, ownSettings(system, root));
  const isOfToday = same(record.guards, guardsFor(facts.distributions)) && same(inherited, now);
  if (!isOfToday) return 'outdated';
  return (await overrulingVariables(system, address)).length > 0 ? 'overruled' : 'on';
}

function settingsEntry({ entries }: ProtectionRecord): Entry | undefined {
  return entries.find(({ form }) => form === 'pip');
}

/** The constraints are there with all guards, and pip is sent to them. */
async function isWhole(system: System, record: ProtectionRecord) {
  const { root, entries, guards } = record;
  const read = async (form: string): Promise<string> => {
    const entry = entries.find((each) => each.form === form);
    const file = entry && path.resolve(root, entry.path);
    const text = file && (await system.files.readText(file).catch(ifUnanswered(null)));
    return text ?? '';
  };
  const [constraints, settings] = [await read('constraints'), await read('pip')];
  const lines = constraints.split(/\r?\n/).map((line) => line.trim());
  const address = settingsEntry(record)?.wanted[0] ?? '';
  return (
    guards.every(({ name, specifier }) => lines.includes(name + specifier)) &&
    constraintsIn(settings, 'install').includes(address)
  );
}

function same<T extends Guard | string>(a: readonly T[], b: readonly T[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
