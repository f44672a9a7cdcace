import type { Finding, Remedy } from '../../../../shared/finding.ts';
import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Clues } from '../../diagnosis/evidence/clues.ts';
import { hear, type Heard } from '../../diagnosis/evidence/heard.ts';
import { besideTorch } from '../../diagnosis/evidence/surroundings.ts';
import type { Surroundings } from '../../knowledge/surroundings.ts';
import { torchOfVersion } from '../../knowledge/torch-of-version.ts';
import type { Owner } from '../owner/owner.ts';

/** One finding on one machine: all that a remedy is written from. */
export type Case = {
  finding: Finding;
  remedy: Remedy;
  clues: Clues;
  heard: Heard;
  owner: Owner;
  /** What a package has to go with; null where the torch is not known. */
  here: Surroundings | null;
  beside: Omit<Surroundings, 'torch'>;
};

/** What is said of a program whose name nobody knows has keys of its own. */
export function caseOf(finding: Finding, remedy: Remedy, clues: Clues, owner: Owner): Case {
  const heard = hear(clues.said);
  const beside = {
    ...besideTorch(clues),
    platform: owner.platform,
    python: pythonVersionIn(clues),
  };
  const torch = torchIn(clues);
  const here = torch && { ...beside, torch };
  return { finding, remedy, clues, heard, owner, here, beside };
}

/** 3.12.4, as files, a log or its owner tell. */
function pythonVersionIn({ interpreter, said, stated }: Clues): string | null {
  const spoken = said.findLast((each) => each.values['python'] !== undefined)?.values['python'];
  const told = interpreter?.version ?? spoken ?? stated?.python ?? '';
  return /^3\.\d+(?:\.\d+)?/.exec(told)?.[0] ?? null;
}

/** With its build; where only its owner names the CUDA, both together. */
function torchIn(clues: Clues): TorchBuild | null {
  const known = valueOf(clues.torch);
  if (known) return known;
  const spoken = clues.said.findLast((each) => each.values['torch'] !== undefined);
  const version = spoken?.values['torch'] ?? clues.stated?.torch ?? '';
  const cuda = /^(\d+)\.(\d+)/.exec(clues.stated?.cuda ?? '');
  if (!/^\d+(\.\d+)+$/.test(version) || !cuda) return null;
  return torchOfVersion(`${version}+cu${cuda[1] ?? ''}${cuda[2] ?? ''}`);
}

/** What the finding and its lines are about, for looking up which package is meant. */
export function wordsOf({ finding }: Case): string {
  const lines = finding.evidence.map(({ said, statement }) => {
    const params = Object.values(statement.params ?? {}).join(' ');
    return said ? said.text : params;
  });
  return lines.join('\n');
}
