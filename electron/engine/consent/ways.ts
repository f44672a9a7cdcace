import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/** A chain of links longer than this leads nowhere. Source: Linux gives up after 40 as well. */
const mostLinks = 40;

export type Ways = {
  /** Each file, link and folder that is gone through, the nearest first, none twice. */
  parts: string[];
  /** The real folders that the files lie in, and that their links go over. */
  folders: string[];
  complete: boolean;
};

/**
 * What one goes through to come to these files: each link, where it leads, and every folder above.
 * Whoever may change one of them decides which file it is. What is not there is left out.
 */
export async function waysTo(system: System, files: readonly string[]): Promise<Ways> {
  const steps = (await Promise.all(files.map((file) => follow(system, file)))).flat();
  const seen = steps.filter((step) => step.there);
  const folders = [...new Set(seen.map((step) => step.folder))];
  const parts = [...seen.map((step) => step.location), ...folders.flatMap(upwards)];
  return {
    parts: [...new Set(parts)],
    folders,
    complete: steps.every((step) => step.there || step.absent),
  };
}

type Step = { location: string; folder: string; there: boolean; absent: boolean };

/** The file, and where its links lead one after the other. */
async function follow(system: System, file: string, hops = mostLinks): Promise<Step[]> {
  const folder = await system.files.realPath(path.dirname(file)).catch(ifUnanswered(null));
  if (folder === null || hops === 0) return [];
  const location = path.join(folder, path.basename(file));
  const info = await system.files.linkInfo(location).catch(ifUnanswered(undefined));
  const step = { location, folder, there: !!info, absent: info === null };
  if (info?.kind !== 'link') return [step];
  const target = await system.files.readLink(location).catch(ifUnanswered(null));
  if (target === null) return [step];
  return [step, ...(await follow(system, path.resolve(folder, target), hops - 1))];
}

/** The folder, and every one above it. */
function upwards(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}
