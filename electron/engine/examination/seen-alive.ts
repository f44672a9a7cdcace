import { known, valueOf, type Facts } from '../../../shared/facts.ts';
import { torchOfVersion } from '../knowledge/torch-of-version.ts';

/**
 * What a live Python imports though no folder of its own holds it: a `.pth` file or the
 * program itself put another folder on its search path.
 */
export function seenAlive(facts: Facts): Pick<Facts, 'torch' | 'triton'> {
  const live = valueOf(facts.live);
  const { torch, triton } = facts;
  return {
    torch: torch.state === 'absent' ? (torchAlive(facts) ?? torch) : torch,
    triton:
      triton.state === 'absent' && live?.triton?.version
        ? known({ distribution: 'triton', version: live.triton.version }, 'probe')
        : triton,
  };
}

/** null where the version alone does not tell the build. */
function torchAlive(facts: Facts): Facts['torch'] | null {
  const torch = valueOf(facts.live)?.torch;
  if (!torch?.version) return null;
  const { version, cuda } = torch;
  const build = cuda === null ? null : { version, cuda, hip: null, xpu: null };
  const told = torchOfVersion(version) ?? build;
  return told && known(told, 'probe');
}
