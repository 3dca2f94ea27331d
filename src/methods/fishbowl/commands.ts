import { askingCommands } from './sitting/asking.ts';
import { cardCommands } from './notes/cards.ts';
import { chairCommands } from './sitting/chairs.ts';
import { correctionCommands } from './sitting/corrections.ts';
import { exposureCommands } from './exposure.ts';
import { groupCommands } from './stages/groups.ts';
import { noteCommands } from './notes/notes.ts';
import { partCommands } from './stages/stages.ts';
import { remindingCommands } from './sitting/reminding.ts';
import { showingCommands } from './showing.ts';
import { sittingCommands } from './sitting/sitting.ts';
import { talkCommands } from './sitting/talks.ts';
import { wakingCommands } from './sitting/waking.ts';

export const commands = {
  ...askingCommands,
  ...sittingCommands,
  ...chairCommands,
  ...partCommands,
  ...groupCommands,
  ...cardCommands,
  ...talkCommands,
  ...correctionCommands,
  ...remindingCommands,
  ...wakingCommands,
  ...exposureCommands,
  ...showingCommands,
  ...noteCommands
};
