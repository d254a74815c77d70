import type { Matrix } from "../numbers/matrix";

/**
 * What a feature set gives of one recording: a vector of one value per column, or a matrix of
 * frames x columns.
 */
export type Row = Float64Array | Matrix;
