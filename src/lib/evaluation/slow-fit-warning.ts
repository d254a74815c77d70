/**
 * Measured seconds of one outer fold with its search on 4,500 rows of 88 columns, for models whose
 * time grows with the square of the rows.
 */
const foldSeconds: Readonly<Record<string, number>> = { "svm-linear": 6, "svm-rbf": 12 };
const measuredRows = 4500;

/**
 * Says before an evaluation starts that it would take hours, and which models take minutes.
 *
 * @returns undefined for what takes less than an hour, and for models that grow with the rows alone
 *
 * @example slowFitWarning("svm-rbf", 100_000, 10) // "svm-rbf on 100000 rows takes about 16 hours; lda or logistic take minutes"
 */
export function slowFitWarning(model: string, rows: number, folds: number): string | undefined {
  const hours = (folds * (foldSeconds[model] ?? 0) * (rows / measuredRows) ** 2) / 3600;
  if (hours < 1) return undefined;
  return `${model} on ${rows} rows takes about ${Math.round(hours)} hours; lda or logistic take minutes`;
}
