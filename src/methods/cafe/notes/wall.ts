import * as v from 'valibot';
import { commandOf, LEADS, BOARD_AND_CONSOLE, type Decision, type Fact } from '#contract/method.ts';
import type { Events } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { id, ids, made } from '#kit/rules/fields.ts';
import { noteNamed } from './find-notes.ts';
import { noteReaders, onNote } from './note-channels.ts';
import { no } from '../refusals.ts';
import { THEME_LONGEST } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { roundsOf, type Note, type State } from '../state.ts';

const command = commandOf<State, Events>();
/** Two people cluster four hundred notes to nine themes. */
export const CLUSTERS_MOST = 200;

const shown = () => BOARD_AND_CONSOLE;

export const wall = partOf<State, Events>()({
  commands: {
    showAbout: command({
      who: LEADS,
      /** A round by its number, a table by its id, or all. */
      input: v.strictObject({ about: v.nullable(id) }),
      decide(state, { about }): Decision<Events> {
        const isRound =
          about !== null && Array.from({ length: roundsOf(state) }, (_, index) => String(index + 1)).includes(about);
        if (about !== null && !isRound && !getOwn(state.tables, about)) return no('table-unknown');
        return state.about === about && state.shows === 'notes' ? [] : [{ type: 'AboutShown', data: { about } }];
      },
      undo: shownBefore
    }),
    showEncounters: command({
      who: LEADS,
      input: v.strictObject({}),
      decide: ({ shows }): Decision<Events> => (shows === 'encounters' ? [] : [{ type: 'EncountersShown', data: {} }]),
      undo: shownBefore
    }),
    showNote: reviewing('shown'),
    hideNote: reviewing('hidden'),
    clusterNotes: command({
      who: LEADS,
      input: v.strictObject({
        notes: ids,
        cluster: v.nullable(made)
      }),
      decide(state, { notes, cluster }): Decision<Events> {
        const found = [...new Set(notes)].map((note) => noteNamed(state, note));
        if (found.some((one) => one === null)) return no('note-unknown');
        const isNew = cluster !== null && !getOwn(state.clusters, cluster);
        if (isNew && Object.keys(state.clusters).length >= CLUSTERS_MOST)
          return no('too-many-clusters', { most: CLUSTERS_MOST });
        const moving = found.flatMap((one) => (one && one.note.cluster !== cluster ? [[one.id, cluster]] : []));
        return moving.length === 0 ? [] : [clustered(Object.fromEntries(moving) as Record<string, string | null>)];
      },
      undo: (before, input, done) => unclustered(before, input, done)
    }),
    nameCluster: command({
      who: LEADS,
      input: v.strictObject({ cluster: id, name: v.nullable(text(THEME_LONGEST)) }),
      decide: (state, { cluster, name }): Decision<Events> =>
        getOwn(state.clusters, cluster) ? [{ type: 'ClusterNamed', data: { cluster, name } }] : no('cluster-unknown'),
      undo: (before, { cluster }) => [renamed(before, cluster)]
    }),
    mergeClusters: command({
      who: LEADS,
      input: v.strictObject({ from: id, into: id }),
      decide(state, { from, into }): Decision<Events> {
        const [one, other] = [getOwn(state.clusters, from), getOwn(state.clusters, into)];
        if (!one || !other) return no('cluster-unknown');
        if (from === into) return no('same-cluster');
        const moving = notesIn(state, from).map((note) => [note, into] as const);
        const named =
          other.name === null && one.name !== null
            ? [{ type: 'ClusterNamed' as const, data: { cluster: into, name: one.name } }]
            : [];
        return moving.length === 0 ? [] : [clustered(Object.fromEntries(moving)), ...named];
      },
      undo: (before, input, done) => [
        ...unclustered(before, input, done),
        ...done.flatMap(({ type, data }) => (type === 'ClusterNamed' ? [renamed(before, data.cluster)] : []))
      ]
    })
  },
  evolve: {
    AboutShown(draft, { about }) {
      draft.about = about;
      draft.shows = 'notes';
    },
    EncountersShown(draft) {
      draft.shows = 'encounters';
    },
    NoteReviewed(draft, { note, state }) {
      const found = noteNamed(draft, note);
      if (found) found.note.state = state;
    },
    NotesClustered(draft, { places }) {
      for (const [note, cluster] of Object.entries(places)) {
        const found = noteNamed(draft, note);
        if (!found) continue;
        if (cluster !== null && !getOwn(draft.clusters, cluster))
          draft.clusters[cluster] = { name: null, order: (draft.clustered += 1) };
        found.note.cluster = cluster;
      }
    },
    ClusterNamed(draft, { cluster, name }) {
      const found = getOwn(draft.clusters, cluster);
      if (found) found.name = name;
    }
  },
  touches: {
    AboutShown: shown,
    EncountersShown: shown,
    NoteReviewed: noteReaders,
    NotesClustered: shown,
    ClusterNamed: shown
  }
});

function shownBefore({ about, shows }: State): Fact<Events>[] {
  const notes: Fact<Events> = { type: 'AboutShown', data: { about } };
  return shows === 'notes' ? [notes] : [notes, { type: 'EncountersShown', data: {} }];
}

function reviewing(to: Note['state']) {
  return command({
    who: LEADS,
    input: v.strictObject({ note: id }),
    decide(state, { note }): Decision<Events> {
      const found = noteNamed(state, note);
      if (!found) return no('note-unknown');
      return found.note.state === to ? [] : [{ type: 'NoteReviewed', data: { ...onNote(found), state: to } }];
    },
    undo(before, { note }) {
      const found = noteNamed(before, note);
      return found ? [{ type: 'NoteReviewed', data: { ...onNote(found), state: found.note.state } }] : [];
    }
  });
}

const clustered = (places: Record<string, string | null>): Fact<Events> => ({
  type: 'NotesClustered',
  data: { places }
});

const notesIn = (state: State, cluster: string): string[] =>
  Object.values(state.tables).flatMap(({ notes }) =>
    Object.entries(notes).flatMap(([id, note]) => (note.cluster === cluster ? [id] : []))
  );

const renamed = (before: State, cluster: string): Fact<Events> => ({
  type: 'ClusterNamed',
  data: { cluster, name: getOwn(before.clusters, cluster)?.name ?? null }
});

function unclustered(before: State, _input: unknown, done: readonly Fact<Events>[]): Fact<Events>[] {
  return done.flatMap(({ type, data }): Fact<Events>[] => {
    if (type !== 'NotesClustered') return [];
    const notes = Object.keys(data.places);
    return [clustered(Object.fromEntries(notes.map((note) => [note, noteNamed(before, note)?.note.cluster ?? null])))];
  });
}
