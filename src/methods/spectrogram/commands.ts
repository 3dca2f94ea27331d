import { exposureCommands } from './exposure.ts';
import { hearingCommands } from './hearing.ts';
import { listCommands } from './list.ts';
import { lookCommands } from './looks.ts';
import { placingCommands } from './placing.ts';
import { proposalCommands } from './proposals.ts';
import { reasonCommands } from './reasons.ts';
import { stageCommands } from './stages.ts';
import { ticketCommands } from './tickets.ts';

export const commands = {
  ...listCommands,
  ...stageCommands,
  ...placingCommands,
  ...ticketCommands,
  ...reasonCommands,
  ...hearingCommands,
  ...proposalCommands,
  ...lookCommands,
  ...exposureCommands
};
