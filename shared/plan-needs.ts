import { message, type MessageRef } from './messages/index.ts';
import type { Plan } from './plan.ts';
import { duration } from './time-left.ts';

/** How an edge says a sentence, and how much so many bytes are. */
export type Words = { say: (ref: MessageRef) => string; size: (bytes: number) => string };

/** What a plan needs besides its download: room on each drive and time, and only what is known. */
export function needLines({ needs, downloadBytes }: Plan, { say, size }: Words): string[] {
  if (needs === undefined || downloadBytes === 0) return [];
  const disks = needs.disks.flatMap(({ for: what, path, bytes, freeBytes }) => {
    if (bytes === null) return [];
    const params = { path, needed: size(bytes) };
    const free =
      freeBytes === null ? [] : [say(message('plan.need.free', { free: size(freeBytes) }))];
    return [[say(message(`plan.need.${what}`, params)), ...free].join(' ')];
  });
  return [...disks, ...timeLines(needs, { say, size })];
}

function timeLines(
  { downloadSeconds, bytesPerSecond }: NonNullable<Plan['needs']>,
  { say, size }: Words,
): string[] {
  if (bytesPerSecond === null) return [say(message('plan.need.time-unknown'))];
  if (downloadSeconds === null) return [];
  const time = say(duration(downloadSeconds));
  return [say(message('plan.need.time', { time, speed: size(bytesPerSecond) }))];
}
