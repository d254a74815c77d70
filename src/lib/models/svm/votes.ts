/**
 * The class with most votes of its pairs, the first in label order on ties (LIBSVM's rule); a pair
 * votes for its first class above 0.
 */
export function mostVoted(decisions: ArrayLike<number>, classes: number): number {
  const votes = countVotes(decisions, classes, (decision) => decision > 0);
  return votes.indexOf(Math.max(...votes));
}

/**
 * One value per class from one per pair, as scikit-learn's `decision_function` with
 * `decision_function_shape="ovr"`: votes plus s / (3 (|s| + 1)), where s sums the decisions for the
 * class: less than a third of a vote, to break ties only.
 */
export function scoresByClass(decisions: ArrayLike<number>, classes: number): number[] {
  const margins = marginsByClass(decisions, classes);
  const votes = countVotes(decisions, classes, (decision) => decision >= 0);
  return votes.map((count, c) => count + margins[c] / (3 * (Math.abs(margins[c]) + 1)));
}

/** Per class, the sum of the decisions of its pairs, each counted towards the class. */
function marginsByClass(decisions: ArrayLike<number>, classes: number): number[] {
  const sums = new Array<number>(classes).fill(0);
  let pair = 0;
  for (let first = 0; first < classes; first++) {
    for (let second = first + 1; second < classes; second++) {
      sums[first] += decisions[pair];
      sums[second] -= decisions[pair++];
    }
  }
  return sums;
}

function countVotes(
  decisions: ArrayLike<number>,
  classes: number,
  forFirst: (decision: number) => boolean,
): number[] {
  const votes = new Array<number>(classes).fill(0);
  let pair = 0;
  for (let first = 0; first < classes; first++) {
    for (let second = first + 1; second < classes; second++)
      votes[forFirst(decisions[pair++]) ? first : second]++;
  }
  return votes;
}
