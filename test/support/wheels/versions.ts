/** "cu124" means CUDA 12.4. */
export function cudaOfTag(local: string | null): string | null {
  const digits = local?.match(/^cu(\d+)(\d)$/);
  return digits ? `${digits[1]}.${digits[2]}` : null;
}

/** The local tag of "2.6.0+cu124". */
export function localTag(version: string): string | null {
  return version.split('+')[1] ?? null;
}

export function withoutLocalTag(version: string): string {
  return version.split('+')[0] ?? version;
}

/** Compares the numbers of a version: 0.0.29.post3 is 0.0.29.3 here, which orders releases rightly. */
export function isAtLeast(version: string, least: string): boolean {
  const left = numbers(version);
  const right = numbers(least);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function numbers(version: string): number[] {
  return (withoutLocalTag(version).match(/\d+/g) ?? []).map(Number);
}
