import type { DeskInputs } from '#gathering/command-types.ts';

const STEPS: readonly string[] = [
  'putNotes',
  'foldNotes',
  'unfoldNote',
  'splitNote',
  'moveNote',
  'nameTheme',
  'joinThemes',
  'moveTheme',
  'summarize',
  'setAppendix',
  'mendNote',
  'unmendNote',
  'leaveOutNote',
  'keepNote',
  'strikeOut'
] satisfies (keyof DeskInputs)[];

/** Whether a step was done at a desk, and can be taken back there. */
export const isDeskStep = ({ activity, command }: { activity: string; command: string }): boolean =>
  activity === 'gathering' && STEPS.includes(command);
