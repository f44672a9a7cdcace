import { message } from '../../../shared/messages/index.ts';
import type { Wheel } from '../../../shared/plan.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { createSpeed } from '../operations/speed.ts';
import type { Arrival } from '../pip/read-arrival.ts';
import { readableBytes } from './readable-bytes.ts';

/** What came over the network, and how long that took: what is expected of the next download. */
export type Measured = { bytes: number; seconds: number };

export type DownloadTeller = {
  hear: (arrival: Arrival) => void;
  /** Says again how it stands: a download that stands still has no time left that one could tell. */
  look: () => void;
  measured: () => Measured;
};

/**
 * One line that says what is fetched, of all files together. `now` as for a speed.
 */
export function createDownloadTeller(
  context: Pick<OperationContext<'fix' | 'trial'>, 'progress'>,
  wheels: readonly Pick<Wheel, 'name' | 'version' | 'fileName' | 'bytes'>[],
  now: () => number,
): DownloadTeller {
  const sizes = wheels.map(({ bytes }) => bytes);
  const whole = sizes.every((each) => each !== null)
    ? sizes.reduce((all, each) => all + each, 0)
    : null;
  const speed = createSpeed(now);
  const fetched = new Map<string, number>();
  let current: Arrival | null = null;
  let cached = 0;
  let begun: number | null = null;
  let ended = 0;

  /** Bytes of all files that came over the network. */
  const come = (): number => [...fetched.values()].reduce((all, each) => all + each, 0);
  const bytesOf = (file: string): number | null =>
    wheels.find(({ fileName }) => fileName === file)?.bytes ?? null;

  function tell(): void {
    if (current === null) return;
    const total = whole ?? (wheels.length <= 1 ? current.total : null);
    const all = come() + cached;
    const done = total === null ? all : Math.min(all, total);
    const rate = speed.perSecond();
    const left = speed.secondsLeft(total === null ? null : total - cached);
    const name = nameOf(wheels, current.file);
    const params = { name, done: readableBytes(done) };
    const fraction = total === null || total === 0 ? null : done / total;
    if (total === null)
      context.progress('download', message('progress.downloading-unknown', params), null, null);
    else if (rate === null)
      context.progress(
        'download',
        message('progress.downloading', { ...params, total: readableBytes(total) }),
        fraction,
        left,
      );
    else
      context.progress(
        'download',
        message('progress.downloading-speed', {
          ...params,
          total: readableBytes(total),
          speed: readableBytes(rate),
        }),
        fraction,
        left,
      );
  }

  return {
    hear(arrival) {
      // A small file comes without numbers: that another begins says that it is there.
      if (current !== null && current.file !== arrival.file && !current.cached)
        fetched.set(
          current.file,
          Math.max(fetched.get(current.file) ?? 0, bytesOf(current.file) ?? 0),
        );
      if (arrival.cached && current?.file !== arrival.file) cached += bytesOf(arrival.file) ?? 0;
      if (!arrival.cached) {
        begun ??= now();
        ended = now();
        // Its beginning is no going back: what was there of it is resumed.
        fetched.set(arrival.file, Math.max(arrival.done, 0));
        speed.add(come());
      }
      current = arrival;
      tell();
    },
    look() {
      tell();
    },
    measured: () => ({
      bytes: come(),
      seconds: begun === null ? 0 : (ended - begun) / 1000,
    }),
  };
}

function nameOf(
  wheels: readonly Pick<Wheel, 'name' | 'version' | 'fileName'>[],
  file: string,
): string {
  const wheel = wheels.find(({ fileName }) => fileName === file) ?? wheels[0];
  return wheel === undefined ? file : `${wheel.name} ${wheel.version}`;
}
