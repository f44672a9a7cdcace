import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Goal } from '../../../shared/goal.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import { fail } from '../../../shared/problem.ts';
import { surroundingsOf } from '../diagnosis/evidence/surroundings.ts';
import { minorOf } from '../knowledge/cuda-family.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { wheelDiffers, wheelTags } from '../knowledge/wheel-tags.ts';
import type { System } from '../machine/system.ts';
import { normaliseName } from '../packages/distributions.ts';
import type { Intent } from './intent.ts';

/**
 * The same wish, met with a wheel file of the user's. Throws `wheel-unfit` with each thing in which
 * the file, by its name, differs from what is here; whether it is what it says is proved in the end.
 */
export function withOwnWheel(intent: Intent, facts: Facts, goal: Goal, file: string): Intent {
  const here = surroundingsOf(facts);
  const [first] = intent.attempts;
  if (!here || !first) return intent;
  const fileName = path.basename(file);
  const reasons = wheelUnfit(fileName, goal, here);
  if (reasons.length > 0) fail('wheel-unfit', { params: { file }, reasons });
  // pip leaves a package of the same number as it is, whatever file is given.
  const forceReinstall = versionOf(facts.distributions, goal) === wheelName(fileName)?.version;
  return {
    ...intent,
    attempts: [
      {
        ...first,
        requirements: [file],
        wheelFile: file,
        wheelFits: wheelFits(file, here),
        forceReinstall,
      },
    ],
  };
}

/**
 * What the name of a wheel that suits says it was built for, beside what is here: a sentence each.
 * What it does not say is told as well, for nobody takes silence for a proof.
 */
export function wheelFits(file: string, here: Surroundings): MessageRef[] {
  const named = wheelName(path.basename(file));
  if (named === null) return [];
  const { version, pythons, platforms } = named;
  const { cudaMajor, torch: built } = wheelTags(version);
  const { python, torch } = here;
  return [
    ...(python === null ? [] : [message('wheel.fits.python', { tag: pythons, python })]),
    message('wheel.fits.platform', { tag: platforms }),
    built === null
      ? message('wheel.fits.torch-untold', { torch: torch.version })
      : message('wheel.fits.torch', { built, torch: torch.version }),
    ...(cudaMajor === null ? [] : [message('wheel.fits.cuda', { major: cudaMajor })]),
  ];
}

/** Throws `wheel-unfit` where there is none. */
export async function requireFile(system: System, file: string): Promise<void> {
  if ((await system.files.info(file))?.kind === 'file') return;
  fail('wheel-unfit', { params: { file }, reasons: [message('wheel.unfit.absent')] });
}

type WheelName = Record<'name' | 'version' | 'pythons' | 'abis' | 'platforms', string>;

/**
 * name-version(-build)-python-abi-platform.whl (binary distribution format of the Python packaging user
 * guide); null where it is none.
 */
function wheelName(fileName: string): WheelName | null {
  const parts = fileName.replace(/\.whl$/i, '').split('-');
  if (!/\.whl$/i.test(fileName) || parts.length < 5 || parts.length > 6) return null;
  const [name = '', version = ''] = parts;
  const [pythons = '', abis = '', platforms = ''] = parts.slice(-3);
  return { name, version, pythons, abis, platforms };
}

/** In what a wheel does not suit, by its name. How old a Linux may be is for pip to say. */
export function wheelUnfit(fileName: string, goal: Goal, here: Surroundings): MessageRef[] {
  const named = wheelName(fileName);
  if (named === null) return [message('wheel.unfit.no-wheel')];
  const { name, version, pythons, abis, platforms } = named;
  const reasons: MessageRef[] = [];
  if (normaliseName(name) !== goal) reasons.push(message('wheel.unfit.name', { name, goal }));
  const { python, torch } = here;
  if (python !== null && !pythons.split('.').some((each) => pythonSuits(each, abis, python)))
    reasons.push(message('wheel.unfit.python', { tag: pythons, python }));
  if (!platforms.split('.').some((each) => platformSuits(each, here)))
    reasons.push(message('wheel.unfit.platform', { tag: platforms }));
  const tags = wheelTags(version);
  const differs = wheelDiffers(torch, tags, here.platform);
  if (differs !== null)
    reasons.push(message(`wheel.unfit.${differs}`, { version, torch: torch.version }));
  return reasons;
}

function pythonSuits(tag: string, abis: string, python: string): boolean {
  if (/^py3\d*$/.test(tag)) return true;
  const [, major, minor] = /^cp(\d)(\d+)$/.exec(tag) ?? [];
  if (major === undefined || minor === undefined) return false;
  const [ours = '', oursMinor = ''] = minorOf(python).split('.');
  if (ours !== major) return false;
  return abis.split('.').includes('abi3')
    ? Number(oursMinor) >= Number(minor)
    : oursMinor === minor;
}

const endings: Record<NonNullable<Facts['platform']>, RegExp> = {
  win32: /^win/,
  linux: /linux/,
  darwin: /^macosx/,
};
const processors: Record<string, RegExp> = { x64: /(amd64|x86_64)$/, arm64: /(arm64|aarch64)$/ };

function platformSuits(
  tag: string,
  { platform, architecture }: Pick<Surroundings, 'platform' | 'architecture'>,
): boolean {
  if (tag === 'any') return true;
  const isOurs = platform === null || endings[platform].test(tag);
  const wanted = architecture === null ? undefined : processors[architecture];
  return isOurs && (wanted === undefined || wanted.test(tag) || /universal2$/.test(tag));
}
