/**
 * What both answer, once both are over, also where one fails: while the other is at work, nobody
 * may take its files away. Throws what the first threw, else what the second did.
 */
export async function bothEnded<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
