import type { Surroundings } from '../knowledge/surroundings.ts';

const systems = { win32: 'Windows', linux: 'Linux', darwin: 'macOS' } as const;

/** For a sentence, what a package has to go with: "Python 3.11, PyTorch 2.6.0+cu124, Windows x64, sm_89". */
export function combination(here: Surroundings): string {
  const { torch, python, platform, architecture, cards, flashAttn } = here;
  return [
    `Python ${python ?? '?'}`,
    `PyTorch ${torch.version}`,
    `${platform === null ? '' : systems[platform]} ${architecture ?? ''}`.trim(),
    ...new Set(cards.flatMap((each) => (each === null ? [] : [`sm_${each}`]))),
    ...(flashAttn === null ? [] : [`flash-attn ${flashAttn}`]),
  ].join(', ');
}
