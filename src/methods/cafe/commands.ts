import { comingCommands } from './coming.ts';
import { fullCommands } from './full.ts';
import { hostingCommands } from './hosting.ts';
import { mergingCommands } from './merging.ts';
import { planningCommands } from './planning.ts';
import { preparingCommands } from './preparing.ts';
import { repairCommands } from './repair.ts';
import { roundCommands } from './rounds.ts';
import { tablesCommands } from './tables.ts';
import { tendingCommands } from './tending.ts';
import { wallCommands } from './wall.ts';
import { wishCommands } from './wishes.ts';
import { writingCommands } from './writing.ts';

export const commands = {
  ...preparingCommands,
  ...tablesCommands,
  ...mergingCommands,
  ...wishCommands,
  ...planningCommands,
  ...roundCommands,
  ...comingCommands,
  ...repairCommands,
  ...fullCommands,
  ...hostingCommands,
  ...writingCommands,
  ...tendingCommands,
  ...wallCommands
};
