import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from './temporary-folders.ts';

/** A pipe with a name: who opens it waits for an other end, which never comes. */
export async function makePipe(file: string): Promise<string> {
  const [code] = (await once(spawn('mkfifo', [file]), 'close')) as [number | null];
  if (code !== 0) throw new Error(`mkfifo ${file} ended with ${String(code)}`);
  return file;
}

/** A file system whose other end never answers, as a network drive whose server is gone. */
export type DeadMount = { folder: string; close: () => Promise<void> };

const mounting = `
import ctypes, os, sys
handle = os.open('/dev/fuse', os.O_RDWR)
options = b'fd=%d,rootmode=40000,user_id=0,group_id=0' % handle
failed = ctypes.CDLL(None).mount(b'dead', sys.argv[1].encode(), b'fuse', 0, options)
print('failed' if failed else 'mounted', flush=True)
sys.stdin.read()
`;

/** null where this user may not mount: not Linux, or not root. */
export async function makeDeadMount(): Promise<DeadMount | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = join(await makeTemporaryFolder('dead-mount'), 'dead');
  await mkdir(folder);
  const child = spawn('python3', ['-c', mounting, folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [said] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'close').then(() => ['']),
  ])) as [Buffer | string];
  if (String(said).trim() !== 'mounted') return null;
  return {
    folder,
    async close() {
      // With its last handle the mount ends what waits for it.
      child.kill('SIGKILL');
      await once(child, 'close');
      await once(spawn('umount', ['-l', folder]), 'close');
    },
  };
}
