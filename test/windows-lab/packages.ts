import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numpyWheel, torchvisionWheel, tritonWheel } from '../support/wheels/companions.ts';
import type { Catalogue } from '../support/wheels/catalogue.ts';
import { torchWheel } from '../support/wheels/torch.ts';
import type { BuiltWheel } from '../support/wheels/wheel.ts';
import { xformersWheel, type XformersParts } from '../support/wheels/xformers.ts';
import { mustRunInLab } from './lab.mjs';

const tag = 'cp311-cp311-win_amd64';
/** The commonest fault, as on a Windows portable build: torch moved on, xFormers (with `more` files) stayed. */
export async function mismatchedOnWindows(
  more: Readonly<Record<string, string>> = {},
): Promise<BuiltWheel[]> {
  const files = {
    ...more,
    // A library that a program can really load and hold, as xFormers' own is no real one.
    'xformers/_held.pyd': await readFile(
      join(await mustRunInLab(['python-folder']), 'DLLs', '_queue.pyd'),
    ),
  };
  return [
    ...torch(),
    numpyWheel({ version: '2.2.6', tag }),
    xformers({ version: '0.0.27', torch: '2.3.1+cu121', files }),
    tritonWheel({ version: '3.2.0.post21', distribution: 'triton-windows', tag }),
  ];
}

/** What the indexes carry; `builtFor` makes the xFormers that fits another build than it says. */
export function windowsCatalogue(builtFor?: string): Catalogue {
  const fitting = xformers({
    ...{ version: '0.0.29.post3', torch: '2.6.0+cu124' },
    ...(builtFor === undefined ? {} : { reallyBuiltFor: builtFor }),
  });
  return { simple: [...torch(), fitting], 'whl/cu124': [...torch(), fitting] };
}

/** With a script of its own, so that there is one that a repair replaces. */
function xformers(parts: XformersParts): BuiltWheel {
  return xformersWheel({ ...parts, tag, scripts: ['xformers-info = xformers.info:main'] });
}

function torch(): BuiltWheel[] {
  return [
    torchWheel({ version: '2.6.0+cu124', tag }),
    torchvisionWheel({ version: '0.21.0+cu124', torch: '2.6.0', tag }),
  ];
}
