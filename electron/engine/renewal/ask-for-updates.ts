import * as z from 'zod';
import type { UpdateAnswer } from '../../../shared/updates.ts';
import feed from '../knowledge/release-feed.json' with { type: 'json' };
import type { System } from '../machine/system.ts';
import { limitOf } from '../machine/time-limits.ts';

const releaseSchema = z.object({ tag_name: z.string().regex(/^v?\d+\.\d+\.\d+$/) });

/**
 * Whether there is a newer version. Asks once, sends nothing besides the question, and only where
 * the user has switched it on; ATTENTION_DOCTOR_UPDATES names another address.
 */
export async function askForUpdates(
  system: System,
  version: string,
  wanted = false,
): Promise<UpdateAnswer> {
  const address = system.environment.ATTENTION_DOCTOR_UPDATES ?? feed.rows[0]?.address ?? null;
  if (address === null) return { kind: 'nowhere' };
  if (!wanted || system.network?.().offline) return { kind: 'off' };
  const answer = await system.localJson(address, limitOf(system, 'mirror'));
  const release = releaseSchema.safeParse(answer).data?.tag_name.replace(/^v/, '');
  if (release === undefined) return { kind: 'silent' };
  return isNewer(release, version) ? { kind: 'newer', version: release } : { kind: 'newest' };
}

function isNewer(one: string, other: string): boolean {
  const [numbers, others] = [one, other].map((each) => each.split('.').map(Number));
  const at = numbers?.findIndex((each, index) => each !== others?.[index]) ?? -1;
  return at >= 0 && (numbers?.[at] ?? 0) > (others?.[at] ?? 0);
}
