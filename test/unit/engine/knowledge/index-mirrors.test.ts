import { expect, it } from 'vitest';
import { mirrorOf, mirrors } from '../../../../electron/engine/knowledge/index-mirrors.ts';
import { ownIndexes } from '../../../../shared/mirrors.ts';

it('names each mirror once, with a certificate and a source', () => {
  expect(new Set(mirrors.map((each) => each.id)).size).toBe(mirrors.length);
  for (const { id, pypi, pytorch, source } of mirrors) {
    expect(id).toMatch(/^[a-z]+$/);
    expect(id).not.toBe(ownIndexes);
    for (const url of [pypi, pytorch ?? pypi]) expect(url).toMatch(/^https:\/\/[^@]+$/);
    expect(pytorch ?? '').not.toMatch(/\/$/);
    expect(source.length).toBeGreaterThan(10);
  }
});

it('is found by its id alone', () => {
  expect(mirrorOf('tuna')?.pypi).toMatch(/^https:\/\/pypi\.tuna\./);
  expect(mirrorOf('https://pypi.tuna.tsinghua.edu.cn/simple')).toBeNull();
});
