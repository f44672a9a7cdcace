import type { Comparison } from '../../../shared/comparison.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import { attentionPackages } from '../knowledge/attention-packages.ts';

/** What one has and the other has not, or has in another version. Pure. */
export function compareDiagnoses(left: Diagnosis, right: Diagnosis): Comparison {
  const [a, b] = [packagesOf(left), packagesOf(right)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const flags = (of: Diagnosis): string[] => of.facts.comfyui?.flags ?? [];
  const causes = (of: Diagnosis): string[] => of.findings.map(({ cause }) => cause);
  return {
    left: sideOf(left),
    right: sideOf(right),
    packages: names
      .map((name) => ({ name, left: a.get(name) ?? null, right: b.get(name) ?? null }))
      .filter((each) => each.left !== each.right)
      .sort((one, other) => rank(one.name) - rank(other.name) || (one.name < other.name ? -1 : 1)),
    flags: onOneSide(flags(left), flags(right)).map(({ word, ...sides }) => ({
      flag: word,
      ...sides,
    })),
    findings: onOneSide(causes(left), causes(right)).flatMap(({ word, ...sides }) => {
      const found = [...left.findings, ...right.findings].find(({ cause }) => cause === word);
      return found ? [{ cause: word, title: found.title, ...sides }] : [];
    }),
  };
}

function sideOf({ targetId, install, environment, verdict, headline }: Diagnosis) {
  return { targetId, place: install?.sourceRoot ?? environment.environmentRoot, verdict, headline };
}

/** With what it was built for, where only the package's own files say it. */
function packagesOf({ facts }: Diagnosis): Map<string, string> {
  const torch = facts.torch.state === 'known' ? facts.torch.value.version : null;
  return new Map(
    facts.distributions.map(({ name, version, build }) => [
      name,
      name === 'torch' ? (torch ?? version) : (build ?? version),
    ]),
  );
}

function rank(name: string): number {
  const at = attentionPackages.indexOf(name);
  return at === -1 ? attentionPackages.length : at;
}

function onOneSide(
  left: readonly string[],
  right: readonly string[],
): { word: string; left: boolean; right: boolean }[] {
  return [...new Set([...left, ...right])]
    .map((word) => ({ word, left: left.includes(word), right: right.includes(word) }))
    .filter((each) => each.left !== each.right);
}
