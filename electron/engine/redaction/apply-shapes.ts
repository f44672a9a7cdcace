/** One kind of text that is to be replaced, wherever it stands: a row of a table. */
export type Shape = {
  /** What was replaced, as a bundle counts it. */
  kind: string;
  /** Lower-case texts of which every match holds one: a text without them is not searched. */
  anchors: readonly string[];
  /** Global, and linear: every repetition is bounded, or cannot begin again inside of itself. */
  pattern: RegExp;
  replacement: string;
  /** Where the shape is written down, or who was seen to print it. */
  source: string;
};

/** Replaces every shape in turn; `count` hears how often each kind was found. */
export function applyShapes(
  text: string,
  shapes: readonly Shape[],
  count?: (kind: string, times: number) => void,
): string {
  if (text.length < shortestMatch) return text;
  const lower = text.toLowerCase();
  let result = text;
  for (const { kind, anchors, pattern, replacement } of shapes) {
    if (anchors.length > 0 && !anchors.some((each) => lower.includes(each))) continue;
    const times = result.match(pattern)?.length ?? 0;
    if (times === 0) continue;
    count?.(kind, times);
    result = result.replace(pattern, replacement);
  }
  return result;
}

/** `://a@` and `pwd=x`: nothing shorter holds a secret. */
const shortestMatch = 5;
