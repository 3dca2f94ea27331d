/** What the console calls this method, its steps, and what can be taken back of it. */
export const steps = {
  name: 'Newmethod',
  method: 'Newmethod: one question, and all answers at once',
  steps: { show: 'Show the answers' },
  undone: { show: 'show the answers' }
};
