import { expect, it } from 'vitest';
import { analyseLog } from '../../../../electron/engine/log-analysis/analyse-log.ts';
import { readText } from '../../../../electron/engine/logs/read-log.ts';
import { factsWith } from '../../../support/facts.ts';

const line =
  'ImportError: DLL load failed while importing _fused: The specified module could not be found.';

it('names the library that Windows leaves out, where the install is chosen', () => {
  const facts = factsWith({
    platform: 'win32',
    extensions: [
      {
        distribution: 'sageattention',
        file: 'sageattention/_fused.cp311-win_amd64.pyd',
        answer: 'cannot-load',
        why: 'library',
        name: 'cudart64_13.dll',
      },
    ],
  });
  const options = { name: null, stated: null, elapsedMs: 0 };
  const [root] = analyseLog(readText(line), { ...options, facts }).findings;
  expect(root?.cause).toBe('sageattention_binary_mismatch');
  expect(root?.evidence.map((each) => each.statement)).toContainEqual({
    key: 'evidence.loader-library',
    params: { file: 'sageattention/_fused.cp311-win_amd64.pyd', name: 'cudart64_13.dll' },
  });
  const [alone] = analyseLog(readText(line), { ...options, facts: null }).findings;
  expect(JSON.stringify(alone?.evidence)).not.toContain('cudart64_13');
});
