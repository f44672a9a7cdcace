import { message, type MessageRef } from './messages/index.ts';

/**
 * How long it still takes, as people say it: no more exact than it is known. null where nobody
 * counts; a count that does not know says so.
 */
export function timeLeft(secondsLeft: number | null | undefined): MessageRef | null {
  if (secondsLeft === undefined) return null;
  if (secondsLeft === null) return message('time-left.unknown');
  if (secondsLeft < 10) return message('time-left.moment');
  if (secondsLeft < 50)
    return message('time-left.seconds', { count: Math.ceil(secondsLeft / 10) * 10 });
  if (secondsLeft < 90) return message('time-left.minute');
  const minutes = Math.round(secondsLeft / 60);
  return minutes < 90
    ? message('time-left.minutes', { count: minutes })
    : message('time-left.hours', { count: Math.round(minutes / 60) });
}

/** How long something takes, as people say it. */
export function duration(seconds: number): MessageRef {
  if (seconds < 50)
    return message('duration.seconds', { count: Math.max(10, Math.ceil(seconds / 10) * 10) });
  if (seconds < 90) return message('duration.minute');
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? message('duration.minutes', { count: minutes })
    : message('duration.hours', { count: Math.round(minutes / 60) });
}
