import { compare, satisfies } from '../knowledge/versions.ts';
import type { BuildTools } from '../../../shared/build-tools.ts';
import { valueOf, type Facts } from '../../../shared/facts.ts';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import { versionOf } from '../../../shared/named-distribution.ts';
import { fail } from '../../../shared/problem.ts';
import { buildJobBytes, buildJobs, setuptoolsWithWheel } from '../knowledge/build-needs.ts';
import { plainVersion, vendorOfTorch } from '../knowledge/cuda-family.ts';
import type { Surroundings } from '../knowledge/surroundings.ts';
import { xformersReleaseRows } from '../knowledge/tables.ts';
import { torchServesCards } from '../knowledge/torch-choice.ts';
import { combination } from './combination.ts';
import { nothingToDo, type Intent } from './intent.ts';

/**
 * xFormers compiled here for the torch that is here, where no ready wheel will do. Everything that
 * it needs has to be there before anything is downloaded: else `build-tools-missing`, with each
 * thing that is not. Throws `no-matching-wheel` where this torch and these cards cannot use one.
 */
export function chooseSourceBuild(facts: Facts, here: Surroundings): Intent {
  const what = combination(here);
  const release = releaseToBuild(here);
  const name = `xFormers ${release ?? ''}`.trim();
  if (release === null || vendorOfTorch(here.torch) !== 'cuda' || !torchServesCards(here))
    fail('no-matching-wheel', { params: { name, what } });
  const tools = facts.buildTools ?? null;
  const reasons = tools ? missing(facts, here, tools) : [message('build.missing.unseen')];
  const toolkit = tools && toolkitFor(tools, here.torch.cuda);
  if (!tools || !toolkit || reasons.length > 0)
    fail('build-tools-missing', { params: { name }, reasons });
  const jobs = buildJobs(tools.freeMemoryBytes, tools.processors);
  const installed = valueOf(facts.xformers)?.version ?? null;
  return {
    ...nothingToDo,
    attempts: [
      {
        requirements: [`xformers==${release}`],
        index: 'default',
        forceReinstall: installed !== null && plainVersion(installed) === release,
        build: {
          name: 'xformers',
          variables: {
            MAX_JOBS: String(jobs),
            TORCH_CUDA_ARCH_LIST: architectures(here),
            CUDA_HOME: toolkit.folder,
            // Without it the GPU part is left out where no card can be reached at the moment.
            FORCE_CUDA: '1',
          },
        },
      },
    ],
    movable: ['xformers'],
    subject: { name, what },
    warnings: [message('plan.warning.build', { name, jobs })],
  };
}

/** The newest that asks for this torch; beside a torch newer than all that are known, the newest. */
function releaseToBuild({ torch }: Surroundings): string | null {
  const inOrder = [...xformersReleaseRows].sort((a, b) => compare(b.version, a.version));
  const version = plainVersion(torch.version);
  const fitting = inOrder.find((row) => satisfies(version, row.torchRequirement));
  const [newest] = inOrder;
  const isLater = newest !== undefined && compare(version, newest.builtForTorch) > 0;
  return fitting?.version ?? (isLater ? newest.version : null);
}

/** 8.9 for each card, once. */
function architectures({ cards }: Surroundings): string {
  const numbers = cards.flatMap((each) => (each === null ? [] : [each]));
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map((each) => `${Math.floor(each / 10)}.${each % 10}`)
    .join(';');
}

type Toolkit = BuildTools['toolkits'][number];

/**
 * The toolkit of torch's own CUDA, else one of the same major version: torch refuses any other
 * (torch/utils/cpp_extension.py, _check_cuda_version).
 */
function toolkitFor({ toolkits }: BuildTools, cuda: string | null): Toolkit | null {
  const exact = toolkits.find(({ version }) => version === cuda);
  const major = (version: string | null): string | undefined => version?.split('.')[0];
  return exact ?? toolkits.find(({ version }) => major(version) === major(cuda)) ?? null;
}

function missing(facts: Facts, here: Surroundings, tools: BuildTools): MessageRef[] {
  const cuda = here.torch.cuda ?? '';
  const setuptools = versionOf(facts.distributions, 'setuptools');
  const ownWheel = setuptools !== null && compare(setuptools, setuptoolsWithWheel()) >= 0;
  const hasWheel = ownWheel || versionOf(facts.distributions, 'wheel') !== null;
  const gib = Math.floor(buildJobBytes() / 1024 ** 3);
  const free = Math.floor(tools.freeMemoryBytes / 1024 ** 3);
  const versions = tools.toolkits.map(({ version }) => version ?? '?').join(', ');
  const checks: [boolean, MessageRef][] = [
    [architectures(here) === '', message('build.missing.card')],
    [tools.compiler === 'absent', message('build.missing.compiler')],
    [tools.toolkits.length === 0, message('build.missing.nvcc', { cuda })],
    [
      tools.toolkits.length > 0 && toolkitFor(tools, here.torch.cuda) === null,
      message('build.missing.nvcc-version', { found: versions, cuda }),
    ],
    [tools.headers === 'absent', message('build.missing.python-headers')],
    [tools.importLibrary === 'absent', message('build.missing.import-library')],
    [tools.torchHeaders === 'absent', message('build.missing.torch-headers')],
    [setuptools === null, message('build.missing.setuptools')],
    [setuptools !== null && !hasWheel, message('build.missing.wheel')],
    [
      tools.ninja === 'absent' && versionOf(facts.distributions, 'ninja') === null,
      message('build.missing.ninja'),
    ],
    [
      buildJobs(tools.freeMemoryBytes, tools.processors) === 0,
      message('build.missing.memory', { free, needed: gib }),
    ],
  ];
  return checks.flatMap(([isMissing, reason]) => (isMissing ? [reason] : []));
}
