import dayjs from 'dayjs';

/** A moment as a shopper reads it, in the phone's own time: `2026-11-22 18:30`. */
export const momentText = (moment: number): string => dayjs(moment).format('YYYY-MM-DD HH:mm');
