import { exposureCommands } from './anonymity/exposure.ts';
import { hearingCommands } from './talk/hearing.ts';
import { listCommands } from './continuum/list.ts';
import { lookCommands } from './looks/looks.ts';
import { placingCommands } from './continuum/placing.ts';
import { proposalCommands } from './talk/proposals.ts';
import { reasonCommands } from './talk/reasons.ts';
import { stageCommands } from './continuum/stages.ts';
import { ticketCommands } from './anonymity/tickets.ts';

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
