const FEN_IN_YUAN = 100;

export const yuanOf = (fen: number): number => fen / FEN_IN_YUAN;
export const fenOf = (yuan: number | string): number => (typeof yuan === 'number' ? Math.round(yuan * FEN_IN_YUAN) : 0);
