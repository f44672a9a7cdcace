import type { Picture } from './png.ts';

/** Of 255: what a picture that failed has at most, where NaN became black. */
const blackAtMost = 2;
/** Neighbours of noise differ as much as any two pixels do; in a picture far less. */
const noiseFrom = 0.75;
const block = 8;
/** (0.01 · 255)² and (0.03 · 255)². Source: Wang, Bovik, Sheikh, Simoncelli 2004. */
const [c1, c2] = [6.5025, 58.5225];

/** What a picture looks like by its numbers alone. Pure. */
export function looksLike({ width, height, light }: Picture): 'black' | 'noise' | 'picture' {
  let [sum, squares, steps, count] = [0, 0, 0, 0];
  for (const each of light) {
    sum += each;
    squares += each * each;
  }
  const mean = sum / light.length;
  const variance = squares / light.length - mean * mean;
  if (mean <= blackAtMost && variance <= blackAtMost) return 'black';
  for (let y = 0; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const step = (light[y * width + x] ?? 0) - (light[y * width + x - 1] ?? 0);
      steps += step * step;
      count += 1;
    }
  }
  // Of independent numbers the mean squared step is twice the variance.
  const roughness = variance === 0 || count === 0 ? 0 : steps / count / (2 * variance);
  return variance > 100 && roughness >= noiseFrom ? 'noise' : 'picture';
}

/**
 * Structural similarity of two pictures, 1 where they are the same, over blocks of 8 × 8; null
 * where their sizes differ. Pure.
 */
export function similarity(one: Picture, other: Picture): number | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  let [sum, count] = [0, 0];
  for (let y = 0; y < one.height; y += block) {
    for (let x = 0; x < one.width; x += block) {
      sum += ofBlock(one, other, x, y);
      count += 1;
    }
  }
  return sum / count;
}

function ofBlock(one: Picture, other: Picture, left: number, top: number): number {
  const [right, bottom] = [Math.min(left + block, one.width), Math.min(top + block, one.height)];
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const p = one.light[y * one.width + x] ?? 0;
      const q = other.light[y * one.width + x] ?? 0;
      [n, a, b] = [n + 1, a + p, b + q];
      [aa, bb, ab] = [aa + p * p, bb + q * q, ab + p * q];
    }
  }
  const [ma, mb] = [a / n, b / n];
  const [va, vb, vab] = [aa / n - ma * ma, bb / n - mb * mb, ab / n - ma * mb];
  return ((2 * ma * mb + c1) * (2 * vab + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
}
