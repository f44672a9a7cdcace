import type { Mirror } from '../knowledge/index-mirrors.ts';
import type { TorchBuild } from '../../../shared/facts.ts';
import type { ScriptEdit } from '../launch/script-edits.ts';
import type { Build } from '../../../shared/plan.ts';
import type { MessageRef } from '../../../shared/messages/index.ts';

/** Where pip is to look: the user's own index, or a folder of PyTorch's wheel index ("cu124"). */
export type IndexChoice = 'default' | { torchVariant: string };

/** What comes from one index. */
export type Part = {
  requirements: string[];
  index: IndexChoice;
  /** The installed version number stays, only the build changes. */
  forceReinstall: boolean;
  /** Compiled here from its sources. */
  build?: Build;
  /** A requirement is this wheel file of the user's. */
  wheelFile?: string;
  /** What its name says it suits. */
  wheelFits?: MessageRef[];
};

/** One thing to try: the first attempt that pip can resolve becomes the plan. */
export type Attempt = Part & {
  /** What goes with it and lies on another index, without its dependencies. */
  also?: readonly Part[];
  /** The CUDA family (cu132) of the torch that an index brings under its bare number. */
  torchVariant?: string;
};

/** What is wanted, before any index has been asked. Pure data out of pure functions. */
export type Intent = {
  attempts: Attempt[];
  /** Names that may move; everything else that is installed is pinned. */
  movable: string[];
  remove: string[];
  /** Start scripts that get other flags. */
  edits?: readonly ScriptEdit[];
  /** Files and folders that are moved out of the way, and kept. */
  setAside?: readonly string[];
  warnings: MessageRef[];
  /** Names whose wheels say for which torch they were built, and must have been built for this one. */
  builtFor?: { torch: TorchBuild; names: readonly string[] };
  /** Attempts are many: each index is asked once which versions of this it has, and those that it lacks are not tried. */
  askFirst?: string;
  /** PyTorch itself moves: what others then complain of is told in the plan, and no reason to refuse. */
  othersMayMind?: boolean;
  /** Where packages come from instead of the usual indexes. */
  mirror?: Mirror;
  /** For the Problem, should every attempt find nothing. */
  subject: { name: string; what: string };
};

export const nothingToDo: Intent = {
  attempts: [],
  movable: [],
  remove: [],
  warnings: [],
  subject: { name: '', what: '' },
};
