import type { Distribution, Facts } from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import { familyOfTag } from '../knowledge/cuda-family.ts';
import { nothingToDo, type Attempt, type Intent, type Part } from './intent.ts';

/**
 * What an interrupted or careless installer left in disorder: its `~` folders are set aside, and
 * packages whose files or lists are incomplete, or that are listed twice, come again in the same
 * version. Nothing is deleted, and nothing gets another version.
 */
export function chooseRepair(facts: Facts): Intent {
  const {
    leftovers,
    missingFiles = [],
    withoutRecord,
    withoutMetadata = [],
    duplicates,
  } = facts.packageHealth;
  const damaged = [
    ...missingFiles.map(({ name }) => name),
    ...withoutRecord,
    ...withoutMetadata,
    ...duplicates.map(({ name }) => name),
  ];
  const again = [...new Set(damaged)].flatMap(
    (name) => distributionNamed(facts.distributions, name) ?? [],
  );
  // pip cannot take out what has no list, and would take only one of two lists for the package.
  const lists = again
    .filter(
      ({ name }) => withoutRecord.includes(name) || duplicates.some((each) => each.name === name),
    )
    .map(({ location }) => location);
  const [first, ...others] = again.map(partFor);
  const attempts: Attempt[] = first ? [{ ...first, also: others }] : [];
  return {
    ...nothingToDo,
    attempts,
    movable: again.map(({ name }) => name),
    setAside: [...leftovers, ...lists],
    subject: { name: again.map(({ name }) => name).join(', '), what: facts.interpreter.executable },
  };
}

function partFor({ name, version }: Distribution): Part {
  const family = familyOfTag(version);
  return {
    requirements: [`${name}==${version}`],
    index: family ? { torchVariant: family.variant } : 'default',
    forceReinstall: true,
  };
}
