import dayjs from 'dayjs';

/** A moment in the PC's own zone, as it is copied and printed: the same length on every day, in order when sorted as text. */
export const instantWords = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm');
