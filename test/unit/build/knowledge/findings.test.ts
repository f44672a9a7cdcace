import { expect, it } from 'vitest';
import { fixRows } from '../../../../build/knowledge/write-fixes.mjs';
import { reportOf } from '../../../../build/knowledge/findings.mjs';
import { sourceless } from '../../../../build/knowledge/sources.mjs';

it('writes a report that a person can act on, without what holds', () => {
  const held = { kind: 'held', table: 't', row: '1', text: 'holds' } as const;
  const wrong = { kind: 'wrong', table: 't', row: '2', text: 'is other' } as const;
  expect(reportOf([held, wrong], '2026-11-30')).toBe(
    '# Tables and their sources, 2026-11-30\n\n1 statements hold.\n\n' +
      '## No longer supported by the source\n\n- t, 2: is other\n',
  );
});

it('finds rows without a source, in lists of any name', () => {
  const table = { about: 'x', rows: [{ source: 'a' }, { source: ' ' }], works: [{}] };
  expect(sourceless({ table }).map(({ row }) => row)).toEqual(['rows 2', 'works 1']);
});

it('puts what was read into the row that it belongs to', () => {
  const pin = (fromTorch: string, requirement: string) => ({ fromTorch, requirement });
  const rows = [
    { torch: '2.1', source: 'a test', tritonLinux: [pin('2.1.0', '==1'), pin('2.1.2', '==3')] },
    { torch: '2.2', source: 'a test', cuda: [{ variant: 'cu130', architectures: ['sm_75'] }] },
  ];
  const finding = { kind: 'new', table: 'torch-releases', text: '' } as const;
  const fix = { list: 'tritonLinux', fromTorch: '2.1.1', requirement: '==2' };
  fixRows(rows, { ...finding, row: '2.1', fix }, '2026-11-30');
  expect(rows[0]?.tritonLinux?.map((each) => each.requirement)).toEqual(['==1', '==2', '==3']);
  const arm = { list: 'armArchitectures', variant: 'cu130', architectures: ['sm_90'] };
  fixRows(rows, { ...finding, row: '2.2', fix: arm }, '2026-11-30');
  expect(rows[1]?.cuda?.[0]).toMatchObject({ armArchitectures: ['sm_90'] });
});
