import { mount } from 'svelte';
import Desk from './Desk.svelte';

const target = document.querySelector('#desk');
if (!target) throw new Error('The page has lost its desk.');
mount(Desk, { target });

/** How long each key took until the page was painted anew, in milliseconds, in steps of 8. */
const painted: number[] = [];
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === 'keydown') painted.push(duration);
}).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);

Object.assign(window, { asked: { painted } });
