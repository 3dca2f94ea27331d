import type { Form } from '../settings.ts';
import type { Stage } from '../stages/stage-order.ts';

/** The name of each form and how it works, for facilitators who choose it and for readers. */
export const forms: Record<Form, { name: string; about: string }> = {
  open: { name: 'Open', about: 'One chair stays free. Whoever sits down joins; then somebody steps out.' },
  samoan: { name: 'Samoan circle', about: 'Stand behind a chair, or tap somebody, to take their place.' },
  closed: { name: 'Closed', about: 'A group talks for a time. Then the whole group changes.' },
  ux: { name: 'UX fishbowl', about: 'The inner circle tells as if alone. Then the outer ring asks.' },
  unpanel: { name: 'Unpanel', about: 'Invited people begin. Then a chair opens to everybody.' },
  sandwich: { name: 'Sandwich', about: 'People talk in pairs before and after.' }
};

export const stages: Record<Stage, string> = {
  ready: 'Not begun',
  pairs: 'Talk in pairs',
  starters: 'The invited begin',
  bowl: 'The circle is open',
  asking: 'The outer ring asks',
  'last-words': 'Last words',
  'pairs-again': 'Talk in pairs again',
  closed: 'Closed'
};
