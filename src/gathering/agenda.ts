import * as v from 'valibot';
import { EVERYWHERE, LEADS, commandOf, refuse, type AnyMethod } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import type { GatheringEvents } from './events.ts';
import { markBegun } from './held-times.ts';
import { BLOCK_TITLE_LONGEST } from './limits.ts';
import type { Block, GatheringState } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();
const activityId = v.pipe(v.string(), v.maxLength(32));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200));
export const BLOCKS_AT_MOST = 60;

/** Phones know only what is on, and where names are shown in the whole agenda. */
const prepared = () => ['console', 'all'] as const;

/** The run of show: its blocks, and which block is on. */
export const agenda = (methods: Readonly<Record<string, AnyMethod>>) =>
  partOf<GatheringState, GatheringEvents>()({
    commands: {
      addBlock: command({
        who: LEADS,
        input: newBlock(methods),
        decide(state, { method, settings, title }, _by, facts) {
          const order = Math.max(0, ...planned(state).map(([, block]) => block.order)) + 1;
          if (planned(state).length >= BLOCKS_AT_MOST) return refuse('agenda-full', { most: BLOCKS_AT_MOST });
          return [{ type: 'BlockAdded', data: { activity: facts.id(), method, settings, title, order } }];
        },
        undo: (_before, _input, done) =>
          done.flatMap(({ type, data }) =>
            type === 'BlockAdded' ? [{ type: 'BlockRemoved', data: { activity: data.activity } }] : []
          )
      }),
      titleBlock: command({
        who: LEADS,
        input: v.strictObject({ activity: activityId, title: v.nullable(text(BLOCK_TITLE_LONGEST)) }),
        decide: (state, { activity, title }) =>
          blockIn(state, activity) ? [{ type: 'BlockTitled', data: { activity, title } }] : refuse('no-such-block'),
        undo: (before, { activity }) => [
          { type: 'BlockTitled', data: { activity, title: blockIn(before, activity)?.title ?? null } }
        ]
      }),
      moveBlock: command({
        who: LEADS,
        input: v.strictObject({ activity: activityId, to: index }),
        decide: (state, { activity, to }) =>
          blockIn(state, activity)
            ? [{ type: 'BlockMoved', data: { activity, order: orderAt(state, activity, to) } }]
            : refuse('no-such-block'),
        undo: (before, { activity }) => [
          { type: 'BlockMoved', data: { activity, order: blockIn(before, activity)?.order ?? 0 } }
        ]
      }),
      removeBlock: command({
        who: LEADS,
        input: v.strictObject({ activity: activityId }),
        decide(state, { activity }) {
          if (state.now === activity) return refuse('block-is-on');
          return blockIn(state, activity) ? [{ type: 'BlockRemoved', data: { activity } }] : refuse('no-such-block');
        },
        undo: (_before, { activity }) => [{ type: 'BlockRestored', data: { activity } }]
      }),
      /**
       * `from` is what the sender saw: of two consoles that press at once, the second is told instead of skipping a
       * block.
       */
      turnTo: command({
        who: LEADS,
        input: v.strictObject({ activity: v.nullable(activityId), from: v.nullable(activityId) }),
        decide(state, { activity, from }) {
          if (state.phase !== 'open') return refuse('gathering-closed');
          if (state.now === activity) return [];
          if (state.now !== from) return refuse('already-moved-on');
          if (activity !== null && !blockIn(state, activity)) return refuse('no-such-block');
          return [{ type: 'TurnedTo', data: { activity } }];
        },
        undo: (before) => [{ type: 'TurnedTo', data: { activity: before.now } }]
      })
    },
    evolve: {
      BlockAdded(draft, { activity, method, title, order }) {
        draft.agenda[activity] = { method, title, order, removed: false };
      },
      BlockTitled: onBlock((block, { title }: GatheringEvents['BlockTitled']) => (block.title = title)),
      BlockMoved: onBlock((block, { order }: GatheringEvents['BlockMoved']) => (block.order = order)),
      BlockRemoved: onBlock((block) => (block.removed = true)),
      BlockRestored: onBlock((block) => (block.removed = false)),
      TurnedTo(draft, { activity }, at) {
        draft.now = activity;
        if (activity !== null) draft.endedAt = null;
        markBegun(draft, at);
      }
    },
    touches: {
      BlockAdded: prepared,
      BlockTitled: () => EVERYWHERE,
      BlockMoved: prepared,
      BlockRemoved: prepared,
      BlockRestored: prepared,
      TurnedTo: () => EVERYWHERE
    }
  });

/** The blocks of the run of show in their order, without those taken out. */
export const planned = (state: GatheringState): [activity: string, block: Block][] =>
  Object.entries(state.agenda)
    .filter(([, block]) => !block.removed)
    .sort(([, one], [, other]) => one.order - other.order);

const blockIn = (state: GatheringState, activity: string): Block | null =>
  Object.hasOwn(state.agenda, activity) && !state.agenda[activity]?.removed ? (state.agenda[activity] ?? null) : null;

/** Between two neighbours: a move changes one block only, so two consoles that sort at once do not undo each other. */
export function orderAt(state: GatheringState, activity: string, to: number): number {
  const orders = planned(state).flatMap(([id, block]) => (id === activity ? [] : [block.order]));
  const before = orders[Math.min(to, orders.length) - 1] ?? (orders[0] ?? 1) - 2;
  const after = orders[Math.min(to, orders.length)] ?? before + 2;
  return (before + after) / 2;
}

function onBlock<Data extends { activity: string }>(write: (block: Block, data: Data) => void) {
  return (draft: GatheringState, data: Data) => {
    const block = draft.agenda[data.activity];
    if (block) write(block, data);
  };
}

/** One schema per method, so that settings are checked by the method they are for. */
function newBlock(methods: Readonly<Record<string, AnyMethod>>) {
  const kinds = Object.values(methods).map((method) =>
    v.strictObject({
      method: v.literal(method.name),
      settings: method.settings as v.GenericSchema<unknown, unknown>,
      title: v.nullable(text(BLOCK_TITLE_LONGEST))
    })
  );
  return v.variant('method', kinds);
}
