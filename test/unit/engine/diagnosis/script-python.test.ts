import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/facts.ts';
import { factsWith } from '../../../support/facts.ts';
import { findingsOf } from '../../../support/findings.ts';

function scripts(...pythons: (string | null)[]): Partial<Facts> {
  const started = pythons.map((python, index) => ({ script: `/ui/start-${index}.sh`, python }));
  return { comfyui: { version: '0.3.64', flags: [], pythons: started } };
}
const windows: Partial<Facts> = {
  platform: 'win32',
  interpreter: {
    ...factsWith().interpreter,
    executable: 'D:\\AI\\python_embeded\\python.exe',
    environmentRoot: 'D:\\AI\\python_embeded',
    kind: 'embedded',
  },
};
const found = (own: Partial<Facts>) =>
  findingsOf(own).filter((each) => each.cause === 'wrong_python_env');

describe('start scripts that run another Python', () => {
  it('are named with the Python they start and the one that was looked at', () => {
    const [finding, ...others] = found(scripts('/usr/bin/python3.10'));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      confidence: 'medium',
      title: { key: 'finding.wrong_python_env.title-script' },
      remedies: [{ fixKind: 'install_into_right_python' }],
    });
    expect(finding?.evidence).toEqual([
      {
        statement: {
          key: 'evidence.script-python',
          params: { python: '/usr/bin/python3.10', own: '/env/bin/python' },
        },
        how: 'file',
        source: '/ui/start-0.sh',
      },
    ]);
  });

  it.each<[string, Partial<Facts>, number]>([
    ['two scripts, both elsewhere', scripts('/usr/bin/python3', '/opt/py/bin/python'), 2],
    ['a folder whose name only begins alike', scripts('/env-old/bin/python'), 1],
    ['letters that Linux tells apart', scripts('/ENV/bin/python'), 1],
    ['another disk', { ...windows, ...scripts('C:\\Python310\\python.exe') }, 1],
  ])('%s', (_, own, evidence) => {
    expect(found(own).flatMap((each) => each.evidence)).toHaveLength(evidence);
  });

  it.each<[string, Partial<Facts>]>([
    ['its own Python', scripts('/env/bin/python')],
    ['another name of its Python', scripts('/env/bin/python3.11')],
    ['one of several scripts starts it', scripts('/usr/bin/python3', '/env/bin/python')],
    ['one of several leaves it open', scripts('/usr/bin/python3', null)],
    ['nothing is known', scripts(null)],
    ['no script', scripts()],
    ['facts of before', { comfyui: { version: null, flags: [] } }],
    ['no ComfyUI', { comfyui: null }],
    ['Windows letters', { ...windows, ...scripts('d:\\ai\\Python_Embeded\\PYTHON.exe') }],
    ['Windows slashes', { ...windows, ...scripts('D:/AI/python_embeded/python.exe') }],
  ])('silent: %s', (_, own) => {
    expect(found(own)).toEqual([]);
  });
});
