/** The word of a list that is most probably meant, or null where none is close. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 2));
  let best: { word: string; distance: number } | null = null;
  for (const candidate of known) {
    const distance = candidate.startsWith(word) && word !== '' ? 1 : editDistance(word, candidate);
    if (distance <= limit && (best === null || distance < best.distance)) {
      best = { word: candidate, distance };
    }
  }
  return best?.word ?? null;
}

/** Letters to add, remove or replace to make one word of the other. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...right].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      const removed = (row[column + 1] ?? 0) + 1;
      const added = (next[column] ?? 0) + 1;
      next.push(Math.min(replaced, removed, added));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
