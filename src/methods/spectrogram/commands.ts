import { listCommands } from './list.ts';
import { placingCommands } from './placing.ts';
import { stageCommands } from './stages.ts';

export const commands = { ...listCommands, ...stageCommands, ...placingCommands };
