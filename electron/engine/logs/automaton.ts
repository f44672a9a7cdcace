import { spellings } from './automaton-spellings.ts';

/**
 * Finds all anchors in one pass (Aho and Corasick), with one table look-up a byte. States
 * are stored multiplied by the row width. Those from `lineEnd` on say something: that one a
 * line end, the others that an anchor ends here.
 */
export type Automaton = {
  table: Int32Array;
  /** The column of each byte: upper case as lower case, all bytes from 128 on alike. */
  column: Uint8Array;
  lineEnd: number;
  /** The anchors that end at a state, as numbers given to `buildAutomaton`. */
  endingAt: ReadonlyMap<number, readonly number[]>;
};

/** A tree of texts, which `linkFallbacks` completes; node 0 is its root, step 0 leads there. */
type Tree = {
  width: number;
  steps: Int32Array;
  size: number;
  ends: Map<number, Set<number>>;
};

const newline = 0x0a;
const newlineColumn = 1;
const highColumn = 2;

/** `anchors[n]` are the texts that stand for number n. */
export function buildAutomaton(anchors: readonly (readonly string[])[]): Automaton {
  const { column, columns } = columnsOf(anchors.flat());
  const texts = anchors.flatMap((spelled, number) =>
    spelled.flatMap(spellings).map((text) => ({ bytes: Buffer.from(text, 'latin1'), number })),
  );
  const most = 1 + texts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const width = 2 ** Math.ceil(Math.log2(columns));
  const tree: Tree = { width, steps: new Int32Array(most * width), size: 1, ends: new Map() };
  for (const { bytes, number } of texts) addText(tree, column, bytes, number);
  return tabulate(tree, linkFallbacks(tree), column);
}

function columnsOf(anchors: readonly string[]): { column: Uint8Array; columns: number } {
  const column = new Uint8Array(256);
  column[newline] = newlineColumn;
  column.fill(highColumn, 128);
  let columns = highColumn + 1;
  // Spellings put backslashes before quotes.
  for (const byte of Buffer.from(anchors.join('') + '\\', 'latin1')) {
    if (column[byte] === 0) column[byte] = columns++;
  }
  for (let upper = 0x41; upper <= 0x5a; upper += 1) column[upper] = column[upper + 0x20] ?? 0;
  return { column, columns };
}

function addText(tree: Tree, column: Uint8Array, bytes: Buffer, number: number): void {
  let node = 0;
  for (const byte of bytes) {
    const place = node * tree.width + (column[byte] ?? 0);
    const next = tree.steps[place];
    node = next === undefined || next === 0 ? tree.size++ : next;
    tree.steps[place] = node;
  }
  endsOf(tree, node).add(number);
}

function endsOf(tree: Tree, node: number): Set<number> {
  const known = tree.ends.get(node);
  if (known) return known;
  const ends = new Set<number>();
  tree.ends.set(node, ends);
  return ends;
}

/** Gives each node all its steps. Breadth first, so that a node's fallback is complete before it. */
function linkFallbacks(tree: Tree): number[] {
  const { width, steps } = tree;
  const fallbacks = new Int32Array(tree.size);
  const order = [0];
  for (const node of order) {
    const fallback = (fallbacks[node] ?? 0) * width;
    for (let step = 0; step < width; step += 1) {
      const place = node * width + step;
      const child = steps[place] ?? 0;
      const elsewhere = node === 0 ? 0 : (steps[fallback + step] ?? 0);
      if (child === 0) {
        steps[place] = elsewhere;
        continue;
      }
      fallbacks[child] = elsewhere;
      for (const number of tree.ends.get(elsewhere) ?? []) endsOf(tree, child).add(number);
      order.push(child);
    }
  }
  return order;
}

/** States in the order of the tree's levels: the first levels are all that most text needs. */
function tabulate(tree: Tree, order: readonly number[], column: Uint8Array): Automaton {
  const { width, steps, ends } = tree;
  const plain = order.filter((node) => !ends.has(node));
  const ending = order.filter((node) => ends.has(node));
  const lineEnd = plain.length * width;
  const row = new Int32Array(order.length);
  plain.forEach((node, index) => (row[node] = index * width));
  ending.forEach((node, index) => (row[node] = lineEnd + (index + 1) * width));

  const table = new Int32Array((order.length + 1) * width);
  for (const node of order) {
    const own = row[node] ?? 0;
    for (let step = 0; step < width; step += 1) {
      table[own + step] = row[steps[node * width + step] ?? 0] ?? 0;
    }
    table[own + newlineColumn] = lineEnd;
  }
  table.copyWithin(lineEnd, 0, width);
  const endingAt = new Map(ending.map((node) => [row[node] ?? 0, [...(ends.get(node) ?? [])]]));
  return { table, column, lineEnd, endingAt };
}
