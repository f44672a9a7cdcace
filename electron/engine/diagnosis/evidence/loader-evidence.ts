import type { ExtensionAnswer } from '../../../../shared/extensions.ts';
import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { causeOfExtension } from '../../knowledge/compiled-extensions.ts';
import { companionFit } from '../../knowledge/torch-companions.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import type { Clues } from './clues.ts';
import { buildOf } from './evidence.ts';
import { liveImport } from './wanted.ts';

/** What playing the loader through showed of one file; null where it could not be told. */
export function loaderEvidence({ file, ...answer }: ExtensionAnswer): Evidence | null {
  const { name = '', count = 1 } = answer;
  if (answer.answer === 'unknown') return null;
  if (answer.answer === 'loads')
    return { statement: message('evidence.loader-loads', { file }), how: 'file' };
  switch (answer.why) {
    case 'functions':
      return {
        statement: message('evidence.loader-functions', { file, name, count }),
        how: 'file',
      };
    case 'version':
      return { statement: message('evidence.loader-version', { file, name }), how: 'file' };
    default:
      return { statement: message('evidence.loader-library', { file, name }), how: 'file' };
  }
}

/** A live Python that loaded it knows better than any file. */
export function isSeenLoaded(clues: Clues, distribution: string): boolean {
  const live = valueOf(clues.live);
  switch (distribution) {
    case 'torch':
      return typeof live?.torch?.version === 'string';
    case 'xformers':
      return live?.xformers?.hasCppLibrary === true;
    case 'triton':
    case 'triton-windows':
      return live?.triton?.version != null && live.triton.error === null;
    default:
      return liveImport(clues, distribution.replaceAll('-', '_'))?.error === null;
  }
}

/** Whether a table knows that these two belong together; then missing functions are no proof. */
export function isKnownToFit(clues: Clues, torch: TorchBuild, distribution: string): boolean {
  if (distribution === 'xformers') {
    const xformers = valueOf(clues.xformers);
    return xformers !== null && xformersFit(torch, xformers) === 'fits';
  }
  if (distribution !== 'torchvision' && distribution !== 'torchaudio') return false;
  const version = buildOf(clues, distribution);
  return version !== null && companionFit(torch, distribution, version).fit === 'fits';
}

/** What the loader shows beside what a table found, also where it says otherwise. */
export function withLoaderEvidence(findings: readonly Finding[], clues: Clues): Finding[] {
  const answers = clues.extensions ?? [];
  if (answers.length === 0) return [...findings];
  return findings.map((finding) => {
    const own = decisive(answers.filter((each) => causeOfExtension(each) === finding.cause));
    const known = new Set(finding.evidence.map((each) => JSON.stringify(each.statement)));
    const shown = own
      .map(loaderEvidence)
      .filter((each) => each !== null)
      .filter((each) => !known.has(JSON.stringify(each.statement)));
    // That torch itself loads says nothing of what else is damaged.
    return finding.cause === 'install_corrupted'
      ? finding
      : { ...finding, evidence: [...finding.evidence, ...shown] };
  });
}

/** That one of two loads is worth a word only where the other one does, too. */
function decisive(answers: readonly ExtensionAnswer[]): ExtensionAnswer[] {
  const failing = answers.filter((each) => each.answer === 'cannot-load');
  return failing.length > 0 ? failing : [...answers];
}

/** Where tables and loader contradict each other: the files, for the log. */
export function contradictions(clues: Clues, findings: readonly Finding[]): string[] {
  const torch = valueOf(clues.torch);
  const answers = clues.extensions ?? [];
  const agreed = new Set(
    answers.filter((each) => each.answer === 'cannot-load').map(causeOfExtension),
  );
  return answers.flatMap((each) => {
    const cause = causeOfExtension(each);
    const { distribution, file, answer, name = '' } = each;
    if (cause === null || cause === 'install_corrupted') return [];
    const found = findings.some((finding) => finding.cause === cause);
    const fits = torch !== null && isKnownToFit(clues, torch, distribution);
    if (answer === 'loads' && found && !agreed.has(cause))
      return [`${file}: loads, against ${cause}`];
    const wrongly = fits || isSeenLoaded(clues, distribution);
    return answer === 'cannot-load' && wrongly ? [`${file}: cannot load because of ${name}`] : [];
  });
}
