/** The narrow space of a number is so narrow that thousands run together on a screen; where nothing wraps, a thin one may stand. */
export const spaced = (figure: string): string => figure.replaceAll('\u202f', '\u2009')
