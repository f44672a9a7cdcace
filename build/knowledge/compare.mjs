/** @param {readonly string[]} words */
export async function compareWithSources(words) {
  return words.length;
}
