import { flushSync, mount } from 'svelte';
import { layOut } from '#methods/spectrogram/board/layout.ts';
import { peopleOf, withMoving } from '#methods/spectrogram/board/dot-columns.ts';
import { scenes } from './scenes.ts';
import Wall from './Wall.svelte';

const target = document.querySelector('#wall');
if (!target) throw new Error('The page has lost its wall.');
const wall = mount(Wall, { target });

/** What a script that drives this page may ask. */
const asked = { flushSync, wall, scenes, layOut, peopleOf, withMoving };
export type Asked = typeof asked;
Object.assign(window, { asked });
