import { askingCommands } from './asking.ts';
import { cardCommands } from './cards.ts';
import { chairCommands } from './chairs.ts';
import { correctionCommands } from './corrections.ts';
import { exposureCommands } from './exposure.ts';
import { groupCommands } from './groups.ts';
import { noteCommands } from './notes.ts';
import { partCommands } from './parts.ts';
import { remindingCommands } from './reminding.ts';
import { showingCommands } from './showing.ts';
import { sittingCommands } from './sitting.ts';
import { talkCommands } from './talks.ts';

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
  ...exposureCommands,
  ...showingCommands,
  ...noteCommands
};
