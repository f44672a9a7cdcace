// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accent } from '../../../../renderer/theme/theme.ts';

const css = readFileSync(
  new URL('../../../../renderer/theme/variables.css', import.meta.url),
  'utf8',
);
const [, lightRule = '', darkRule = ''] = css.split(/:root\[data-mantine-color-scheme='\w+'\] \{/);

function color(rule: string, name: string): string {
  const found = new RegExp(`${name}:\\s*(#[0-9a-f]{6})`).exec(rule)?.[1];
  if (found === undefined) throw new Error(`${name} is not a colour`);
  return found;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((start) => {
    const value = parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const words = [
  '--text',
  '--text-quiet',
  '--accent-text',
  '--good',
  '--bad',
  '--warning',
  '--limit',
];

describe.each([
  ['light', lightRule],
  ['dark', darkRule],
])('%s', (_name, rule) => {
  test.each(words)('%s can be read on every background', (name) => {
    for (const background of ['--page', '--surface', '--sunken', '--accent-soft']) {
      expect(contrast(color(rule, name), color(rule, background))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('white can be read on the primary button, also under the pointer', () => {
    expect(contrast('#ffffff', color(rule, '--accent-fill'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', color(rule, '--accent-fill-hover'))).toBeGreaterThanOrEqual(4.5);
  });

  test('the focus ring stands out', () => {
    expect(contrast(color(rule, '--accent-line'), color(rule, '--page'))).toBeGreaterThan(3);
  });
});

test('the static variables hold the colours of the theme', () => {
  accent.forEach((shade, index) => {
    expect(color(css, `--mantine-color-accent-${index}`)).toBe(shade);
  });
});
