import { describe, expect, test } from 'vitest';
import type { Glance, Install } from '../../../../shared/install.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Session } from '../../../../shared/session.ts';
import type { Verdict } from '../../../../shared/verdict.ts';
import { choicesOf, clearPatient, matches } from '../../../../renderer/store/choices.ts';
import { found } from '../../../support/sample-results.ts';
import { session } from '../../../support/sample-repairs.ts';

const [install] = found.installs;
if (!install) throw new Error('the sample has an install');

function named(id: string, changes: Partial<Install> = {}): Install {
  return { ...(install as Install), id, name: id, running: false, ...changes };
}
function glance(verdict: Verdict, changes: Partial<Glance> = {}): Glance {
  const headline = message('ui.glance.healthy');
  return { verdict, cause: null, headline, at: '2026-11-30T10:00:00Z', usedAt: null, ...changes };
}
function list(installs: Install[], more: Partial<NonNullable<Session['found']>> = {}): Session {
  return session({ found: { installs, environments: [], elapsedMs: 1, ...more } });
}

describe('the order of the list', () => {
  test('sick first, then what runs, then what was used last, then by name', () => {
    const installs = [
      named('old'),
      named('used', {}),
      named('running', { running: true }),
      named('sick'),
      named('another old'),
    ];
    const glances = {
      sick: glance('problem'),
      used: glance('healthy', { usedAt: '2026-11-29T10:00:00Z' }),
    };
    const order = choicesOf(list(installs, { glances })).map((choice) => choice.id);
    expect(order).toEqual(['sick', 'running', 'used', 'another old', 'old']);
  });

  test('several of one name are told apart by the folder that they lie in', () => {
    const installs = [
      named('a', { name: 'ComfyUI', sourceRoot: 'D:\\AI\\ComfyUI' }),
      named('b', { name: 'ComfyUI', sourceRoot: '/home/mei/work/ComfyUI/' }),
      named('c', { name: 'Krita' }),
    ];
    const within = choicesOf(list(installs)).map((choice) => [choice.id, choice.within]);
    expect(Object.fromEntries(within)).toEqual({ a: 'AI', b: 'work', c: null });
  });
});

describe('what stands on a card', () => {
  const look = (verdict: Verdict, at: string) => ({ lastResults: { a: { verdict, at } } });
  const only = (more: Partial<NonNullable<Session['found']>>) => {
    const [choice] = choicesOf(list([named('a')], more));
    return { verdict: choice?.verdict, lastLook: choice?.lastLook?.verdict ?? null };
  };

  test('nothing that nobody has looked at', () => {
    expect(only({})).toEqual({ verdict: null, lastLook: null });
  });
  test('the newest of what its files tell and the last look', () => {
    const glances = { a: glance('problem') };
    expect(only({ glances, ...look('healthy', '2026-11-30T11:00:00Z') })).toEqual({
      verdict: 'healthy',
      lastLook: null,
    });
    expect(only({ glances, ...look('problem', '2026-11-29T11:00:00Z') }).lastLook).toBeNull();
  });
  test('also an older look that saw more and said otherwise', () => {
    const glances = { a: glance('healthy') };
    expect(only({ glances, ...look('problem', '2026-11-29T11:00:00Z') })).toEqual({
      verdict: 'healthy',
      lastLook: 'problem',
    });
  });
});

describe('the clear patient', () => {
  const of = (installs: Install[], glances: Record<string, Glance> = {}) =>
    clearPatient(choicesOf(list(installs, { glances })))?.id ?? null;
  const sick = { a: glance('problem'), b: glance('problem') };

  test('is the one that is sick, or the only one there is', () => {
    expect(of([named('a'), named('b')], { b: glance('problem') })).toBe('b');
    expect(of([named('a')])).toBe('a');
  });
  test('is of several sick ones the one that runs', () => {
    expect(of([named('a'), named('b', { running: true })], sick)).toBe('b');
  });
  test('is nobody where that is the user’s to say', () => {
    expect(of([named('a'), named('b')], sick)).toBeNull();
    expect(of([named('a'), named('b')])).toBeNull();
    expect(of([])).toBeNull();
  });
});

test('every word typed must be found somewhere on the card', () => {
  const card = ['ComfyUI', 'D:\\AI\\ComfyUI', 'Portable for Windows · PyTorch 2.6.0', 'Fine'];
  expect(matches(card, '')).toBe(true);
  expect(matches(card, 'portable pytorch 2.6')).toBe(true);
  expect(matches(card, 'd:\\ai fine')).toBe(true);
  expect(matches(card, 'portable conda')).toBe(false);
});
