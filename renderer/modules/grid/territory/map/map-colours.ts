/** Light to dark teal: the order is told by lightness alone, so it holds for every eye and in black and white. */
export const CLASS_FILLS = ['#eef7f5', '#bfdfda', '#85c0ba', '#3f9792', '#0b605e'] as const;
export const NO_VALUE_FILL = '#ffffff';
export const BORDER = '#41403c';
export const OUTLINE_COLOUR = '#21201e';
export const CHOSEN = '#b3322d';
export const POINT_COLOUR = '#48708c';

/** Strokes of each class's pattern inside a square of 8: none, then ever denser. */
export const PATTERN_SIZE = 8;
export const CLASS_STROKES = ['', 'M0 8L8 0', 'M0 4L4 0M4 8L8 4M0 8L8 0', 'M0 8L8 0M0 0L8 8', 'M0 4L4 0M4 8L8 4M0 8L8 0M0 4L4 8M4 0L8 4'] as const;
export const PATTERN_COLOUR = '#21201e';

/** Fewer classes are spread over the whole ramp, so that the last is always the darkest. */
export const fillAt = (index: number, classes: number): number => (classes < 2 ? 2 : Math.round((index * (CLASS_FILLS.length - 1)) / (classes - 1)));
