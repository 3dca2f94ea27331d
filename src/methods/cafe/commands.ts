import { choosingCommands } from './planning/choosing.ts';
import { comingCommands } from './seating/coming.ts';
import { fullCommands } from './seating/full.ts';
import { hostingCommands } from './seating/hosting.ts';
import { mergingCommands } from './seating/merging.ts';
import { planningCommands } from './planning/planning.ts';
import { preparingCommands } from './planning/preparing.ts';
import { repairCommands } from './seating/repair.ts';
import { roundCommands } from './rounds.ts';
import { tablesCommands } from './seating/tables.ts';
import { tendingCommands } from './notes/tending.ts';
import { waitingCommands } from './seating/waiting.ts';
import { wallCommands } from './notes/wall.ts';
import { wishCommands } from './planning/wishes.ts';
import { writingCommands } from './notes/writing.ts';

export const commands = {
  ...preparingCommands,
  ...tablesCommands,
  ...mergingCommands,
  ...wishCommands,
  ...choosingCommands,
  ...planningCommands,
  ...roundCommands,
  ...comingCommands,
  ...waitingCommands,
  ...repairCommands,
  ...fullCommands,
  ...hostingCommands,
  ...writingCommands,
  ...tendingCommands,
  ...wallCommands
};
