import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import type { Arrival } from '../../electron/engine/pip/read-arrival.ts';
import { download } from '../../electron/engine/repair/download.ts';
import type { Diagnosis } from '../../shared/finding.ts';
import { startIndex, type IndexOptions } from '../support/index-server.ts';
import { problemOf } from '../support/paper-environment.ts';
import { planned } from '../support/paper-pip.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { buildWheel } from '../support/wheels/wheel.ts';

const megabyte = 1_000_000;
const first = buildWheel({
  name: 'first',
  version: '1.0',
  files: { 'f.py': '' },
  padding: megabyte,
});
const second = buildWheel({
  name: 'second',
  version: '2.0',
  files: { 's.py': '' },
  padding: 2 * megabyte,
});

/** A real pip that fetches both wheels from an index of our own, with a cache of its own. */
async function fetching(options: IndexOptions = { ranges: true }) {
  const index = await startIndex(options);
  onTestFinished(() => index.close());
  index.add('simple', first);
  index.add('simple', second);
  const folder = await makeTemporaryFolder('staging');
  const { system } = await startTestEngine({
    index,
    // pip keeps nothing that came from an address without a certificate, unless it is trusted.
    environment: { PIP_CACHE_DIR: join(folder, 'cache'), PIP_TRUSTED_HOST: '127.0.0.1' },
  });
  const { root } = await makeScenario('bare');
  const environment = await environmentAt(system, root);
  const plan = samplePlan({
    actions: [
      {
        kind: 'pip-install',
        indexUrl: null,
        forceReinstall: false,
        wheels: [planned(first), planned(second)],
      },
    ],
  });
  const arrivals: Arrival[] = [];
  let count = 0;
  return {
    index,
    arrivals,
    run: () =>
      download(system, { environment } as Diagnosis, plan, join(folder, `try-${(count += 1)}`), {
        onArrival: (arrival) => arrivals.push(arrival),
      }),
  };
}

describe('a download with real pip', () => {
  it('tells how much has come while it comes', async () => {
    const { run, arrivals, index } = await fetching();
    index.setFaults({ bytesPerSecond: 2 * megabyte });
    expect(await run()).toHaveLength(2);
    const counts = arrivals.filter(({ file, total }) => file === second.fileName && total !== null);
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.at(-1)).toEqual({
      file: second.fileName,
      done: second.bytes.length,
      total: second.bytes.length,
      cached: false,
    });
    const between = counts.filter(({ done }) => done > 0 && done < second.bytes.length);
    expect(between.length).toBeGreaterThan(0);
  });

  it('goes on where the connection broke', async () => {
    const { run, index } = await fetching();
    index.setFaults({ breakAfterBytes: 700_000 });
    expect(await run()).toHaveLength(2);
    const asked = index.ranges.filter((each) => each.includes(second.fileName));
    expect(asked).toEqual([
      `/simple/second/${second.fileName} bytes=700000-`,
      `/simple/second/${second.fileName} bytes=1400000-`,
    ]);
    // Nothing came twice.
    expect(index.sent()).toBe(first.bytes.length + second.bytes.length);
  });

  it('that broke for good is told as what it is, and what is whole does not come again', async () => {
    const { run, index, arrivals } = await fetching();
    index.setFaults({ breakAfterBytes: 1, onlyFile: second.fileName });
    expect(await problemOf(run())).toMatchObject({ code: 'download-broken' });
    const before = index.sent();
    index.setFaults({});
    expect(await run()).toHaveLength(2);
    expect(index.sent() - before).toBe(second.bytes.length);
    expect(arrivals).toContainEqual({ file: first.fileName, done: 0, total: null, cached: true });
  });
});
