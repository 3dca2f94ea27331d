import { counted } from './counted.ts';

/** What any field says during typing. */
export const fields = {
  left: (left: number) => (left === 0 ? 'No letters left' : `${counted(left, 'letter', 'letters')} left`),
  tooLong: (over: number) => `${counted(over, 'letter', 'letters')} too many`,
  lineTooLong: (line: number, over: number) => `Line ${line}: ${counted(over, 'letter', 'letters')} too many`,
  tooManyLines: (most: number) => `At most ${counted(most, 'line', 'lines')}`
};
