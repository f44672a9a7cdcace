import type { Facts } from '../../../shared/facts.ts';
import { distributionNamed } from '../../../shared/named-distribution.ts';
import type { TritonChoice } from '../knowledge/triton-fit.ts';

/** The upstream package has the same import name and no Windows build: beside triton-windows it is in the way. */
export function tritonInTheWay(
  { distributions }: Pick<Facts, 'distributions'>,
  triton: TritonChoice | null,
): string[] {
  const onWindows = triton?.distribution === 'triton-windows';
  return onWindows && distributionNamed(distributions, 'triton') ? ['triton'] : [];
}
