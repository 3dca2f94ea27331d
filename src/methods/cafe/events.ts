import type { Method } from '#contract/method.ts';
import { choosingEvolve, choosingTouches, type ChoosingEvents } from './planning/choosing.ts';
import { comingEvolve, comingTouches, type ComingEvents } from './seating/coming.ts';
import { fullEvolve, fullTouches, type FullEvents } from './seating/full.ts';
import { hostingEvolve, hostingTouches, type HostingEvents } from './seating/hosting.ts';
import { mergingEvolve, mergingTouches, type MergingEvents } from './seating/merging.ts';
import { planningEvolve, planningTouches, type PlanningEvents } from './planning/planning.ts';
import { preparingEvolve, preparingTouches, type PreparingEvents } from './planning/preparing.ts';
import { repairEvolve, repairTouches, type RepairEvents } from './seating/repair.ts';
import { roundEvolve, roundTouches, type RoundEvents } from './rounds.ts';
import { settlingEvolve, settlingTouches, type SettlingEvents } from './seating/settling.ts';
import type { State } from './state.ts';
import { tablesEvolve, tablesTouches, type TablesEvents } from './seating/tables.ts';
import { tendingEvolve, tendingTouches, type TendingEvents } from './notes/tending.ts';
import { waitingEvolve, waitingTouches, type WaitingEvents } from './seating/waiting.ts';
import { wallEvolve, wallTouches, type WallEvents } from './notes/wall.ts';
import { wishEvolve, wishTouches, type WishEvents } from './planning/wishes.ts';
import { writingEvolve, writingTouches, type WritingEvents } from './notes/writing.ts';

/** What happens stands with the commands it comes from. */
export type Events = PreparingEvents &
  TablesEvents &
  MergingEvents &
  WishEvents &
  ChoosingEvents &
  PlanningEvents &
  RoundEvents &
  SettlingEvents &
  ComingEvents &
  WaitingEvents &
  RepairEvents &
  FullEvents &
  HostingEvents &
  WritingEvents &
  TendingEvents &
  WallEvents;

export const evolve: Method<never, State, Events>['evolve'] = {
  ...preparingEvolve,
  ...tablesEvolve,
  ...mergingEvolve,
  ...wishEvolve,
  ...choosingEvolve,
  ...planningEvolve,
  ...roundEvolve,
  ...settlingEvolve,
  ...comingEvolve,
  ...waitingEvolve,
  ...repairEvolve,
  ...fullEvolve,
  ...hostingEvolve,
  ...writingEvolve,
  ...tendingEvolve,
  ...wallEvolve
};

export const touches: Method<never, State, Events>['touches'] = {
  ...preparingTouches,
  ...tablesTouches,
  ...mergingTouches,
  ...wishTouches,
  ...choosingTouches,
  ...planningTouches,
  ...roundTouches,
  ...settlingTouches,
  ...comingTouches,
  ...waitingTouches,
  ...repairTouches,
  ...fullTouches,
  ...hostingTouches,
  ...writingTouches,
  ...tendingTouches,
  ...wallTouches
};
