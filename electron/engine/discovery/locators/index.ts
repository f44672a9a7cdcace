import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { partOf, type TellBroken } from '../../mistakes/parts.ts';
import type { Locator } from '../recognition/locator.ts';
import { a1111Family } from './a1111-family.ts';
import { aki } from './aki.ts';
import { colab } from './colab.ts';
import { comfyCli } from './comfy-cli.ts';
import { desktopV1 } from './desktop-v1.ts';
import { desktopV2AdoptedV1 } from './desktop-v2-adopted-v1.ts';
import { desktopV2Standalone } from './desktop-v2-standalone.ts';
import { dockerMmartial } from './docker-mmartial.ts';
import { dockerYanwk } from './docker-yanwk.ts';
import { easyInstall } from './easy-install.ts';
import { gitClone } from './git-clone.ts';
import { kritaAi } from './krita-ai.ts';
import { pinokio } from './pinokio.ts';
import { runpodBase } from './runpod-base.ts';
import { runpodWorker } from './runpod-worker.ts';
import { stabilityMatrix } from './stability-matrix.ts';
import { swarmui } from './swarmui.ts';
import { systemdOrSupervisor } from './systemd-or-supervisor.ts';
import { vast } from './vast.ts';
import { windowsPortable } from './windows-portable.ts';
import { wsl } from './wsl.ts';

/**
 * The most particular first: a folder is of the first kind that recognises it, and a clone
 * is what is left.
 */
export const locators: readonly Locator[] = [
  desktopV2AdoptedV1,
  desktopV2Standalone,
  desktopV1,
  stabilityMatrix,
  pinokio,
  kritaAi,
  swarmui,
  easyInstall,
  aki,
  windowsPortable,
  runpodBase,
  runpodWorker,
  vast,
  dockerMmartial,
  dockerYanwk,
  colab,
  wsl,
  comfyCli,
  systemdOrSupervisor,
  a1111Family,
  gitClone,
];

/** The folders that the applications on this machine name themselves, each once. */
export async function placesOfAll(
  system: System,
  tell: TellBroken = null,
  asked: readonly Locator[] = locators,
): Promise<string[]> {
  const placesOf = async (locator: Locator): Promise<string[]> =>
    (await locator.places?.(system).catch(ifUnanswered([]))) ?? [];
  const found = await Promise.all(
    asked.map((locator) => partOf(locator.kind, tell, () => placesOf(locator), [])),
  );
  return [...new Set(found.flat())];
}

/** Those of them that lie below these folders. WSL is not asked: its disks are elsewhere. */
export async function placesBelow(
  system: System,
  roots: readonly string[],
  tell: TellBroken = null,
): Promise<string[]> {
  const asked = locators.filter((locator) => locator !== wsl);
  const places = await placesOfAll(system, tell, asked);
  return places.filter((place) => roots.some((root) => isBelow(root, place)));
}

function isBelow(root: string, place: string): boolean {
  const way = path.relative(root, place);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}
