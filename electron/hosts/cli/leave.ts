import { setTimeout as sleep } from 'node:timers/promises';
import { openQuestions } from '../../engine/machine/patience.ts';
import type { ExitCode } from './exit-codes.ts';

/** Milliseconds that a question which was given up is waited for: a disk that works needs none. */
const graceTime = 300;

/**
 * Ends the process: nothing that is still open may keep the terminal waiting. Node waits at its end
 * for what the file system was asked, and a mount whose other end is gone never answers.
 */
export async function leave(exitCode: ExitCode): Promise<never> {
  for (let waited = 0; openQuestions() > 0 && waited < graceTime; waited += 20) await sleep(20);
  if (openQuestions() > 0 && process.platform !== 'win32') await leaveAtOnce(exitCode);
  return process.exit(exitCode);
}

/** By becoming a program that ends, which Node can since 22.15; before, only a signal is as quick. */
async function leaveAtOnce(exitCode: ExitCode): Promise<void> {
  const become: unknown = Reflect.get(process, 'execve');
  if (typeof become === 'function') {
    Reflect.apply(become, process, ['/bin/sh', ['sh', '-c', `exit ${exitCode}`], {}]);
  }
  // A shell tells the end by this signal as 130, too.
  const signal = exitCode === 130 ? 'SIGINT' : 'SIGKILL';
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  await sleep(graceTime);
}
